/// A fair test in one person as it was laid out: what is tested, and what the lot said for every day or session of it.
///
/// The schedule and the random bytes that it was drawn from are written down before the first day, so that nobody can
/// choose afterwards. A later version of the entry may only add when the test began and how it ended.
public struct FairTestRecord: Hashable, Sendable {
    /// What is drawn by lot.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Days with and without a routine.
        case days
        /// The technique of each session.
        case sessions
    }

    /// The one number that the test is about, chosen before the start.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// Average pain of the last 24 hours, 0 to 10.
        case averagePain = "average_pain"
        /// How tender one spot is under the same press, 0 to 10.
        case tenderness
    }

    /// What may change pain by itself and is asked each day, chosen before the start.
    public enum Covariate: String, CaseIterable, Hashable, Sendable {
        /// It was a day of work.
        case workday
        /// The night was bad.
        case poorSleep = "poor_sleep"
    }

    /// Days with and without a routine.
    public struct Days: Hashable, Sendable {
        /// What is done on the days with it, in words, 1 to 200 characters.
        public let routine: String
        /// What the other days are, in words, 1 to 200 characters.
        public let versus: String
        /// The technique, where the routine is one of the knowledge base.
        public let technique: TechniqueID?
        /// Days of a period, 1 to 14.
        public let period: Int
        /// Pairs of periods, 3 to 20.
        public let pairs: Int
        /// Days that are only logged before, 5 to 14.
        public let runIn: Int
        /// At most two.
        public let covariates: [Covariate]
        /// When pain is asked each day, as minutes since midnight, 0 to 1439.
        public let askedAt: Int
        /// The first day with an arm; nil while days are only logged.
        public let firstDay: RecordDay?

        /// Describes a day trial.
        public init(
            routine: String, versus: String, technique: TechniqueID? = nil, period: Int, pairs: Int, runIn: Int,
            covariates: [Covariate] = [], askedAt: Int, firstDay: RecordDay? = nil
        ) throws(IntakeProblem) {
            self.routine = try RecordCheck.text(routine, "routine", longest: 200)
            self.versus = try RecordCheck.text(versus, "versus", longest: 200)
            if let technique { _ = try RecordCheck.id(technique, "technique") }
            self.technique = technique
            self.period = Int(try RecordCheck.whole(Double(period), "period", in: 1...14))
            self.pairs = Int(try RecordCheck.whole(Double(pairs), "pairs", in: 3...20))
            self.runIn = Int(try RecordCheck.whole(Double(runIn), "run_in", in: 5...14))
            guard covariates.count <= 2, Set(covariates).count == covariates.count else {
                throw IntakeProblem(
                    path: "covariates", message: "Found \(covariates.count).", allowed: "at most two, each once")
            }
            self.covariates = covariates
            guard (0..<1_440).contains(askedAt) else {
                throw IntakeProblem(path: "asked_at", message: "Found \(askedAt) minutes.", allowed: "0 to 1439")
            }
            self.askedAt = askedAt
            self.firstDay = firstDay
        }
    }

    /// Sessions with one of several techniques.
    public struct Sessions: Hashable, Sendable {
        /// The techniques; the first is ``FairTestRecord/quietRest``. 2 to 8, each once.
        public let techniques: [TechniqueID]
        /// Sessions of each technique, 1 to 40.
        public let blocks: Int
        /// Blocks beyond these, for sessions that are left out, 0 to 5.
        public let spares: Int

        /// Describes a session screen.
        public init(techniques: [TechniqueID], blocks: Int, spares: Int = 0) throws(IntakeProblem) {
            guard (2...8).contains(techniques.count), Set(techniques).count == techniques.count,
                techniques.first == quietRest
            else {
                throw IntakeProblem(
                    path: "techniques", message: "Found \(techniques.count) techniques.",
                    allowed: "2 to 8 techniques, each once, \(quietRest) first")
            }
            for (index, technique) in techniques.enumerated() {
                _ = try RecordCheck.id(technique, "techniques[\(index)]")
            }
            self.techniques = techniques
            self.blocks = Int(try RecordCheck.whole(Double(blocks), "blocks", in: 1...40))
            self.spares = Int(try RecordCheck.whole(Double(spares), "spares", in: 0...5))
        }
    }

    /// What is drawn.
    public enum Course: Hashable, Sendable {
        /// Days with and without a routine.
        case days(Days)
        /// Sessions with one of several techniques.
        case sessions(Sessions)
    }

    /// How a test ended.
    public struct Ending: Hashable, Sendable {
        /// Why.
        public enum Reason: String, CaseIterable, Hashable, Sendable {
            /// All days or sessions are over.
            case finished
            /// A look said that it likely makes it worse.
            case harm
            /// A look said that it likely helps.
            case help
            /// The person chose to.
            case choice
            /// Something came up that makes it unsafe.
            case safety
        }

        /// The day on which it ended: nothing is drawn for it any more.
        public let day: RecordDay
        /// Why.
        public let reason: Reason

        /// Describes the end.
        public init(on day: RecordDay, _ reason: Reason) {
            (self.day, self.reason) = (day, reason)
        }
    }

    /// Lying quietly and breathing slowly for the same time: with what techniques are compared.
    public static let quietRest: TechniqueID = "quiet_rest"
    /// How many random bytes are kept.
    public static let randomBytes = 256

    /// What the person wants to know, 1 to 200 characters.
    public let question: String
    /// What is drawn.
    public let course: Course
    /// The random bytes that the schedule was drawn from.
    public let random: [UInt8]
    /// For each day 1 (with the routine) or 0; for each session the place of its technique.
    public let schedule: [Int]
    /// The one number that it is about.
    public let outcome: Outcome
    /// The spot, where it is about one.
    public let point: PointID?
    /// Its side.
    public let side: BodySide?
    /// When warning signs and health were last asked before it.
    public let screenedOn: RecordDay
    /// How it ended; nil while it has not, or when it simply ran to its end.
    public let ended: Ending?

    /// Records a fair test.
    ///
    /// - Throws: ``IntakeProblem`` also for a schedule that has not the shape of its design: pairs of one period with and
    ///   one without, or blocks with each technique once.
    public init(
        question: String, course: Course, random: [UInt8], schedule: [Int], outcome: Outcome, point: PointID? = nil,
        side: BodySide? = nil, screenedOn: RecordDay, ended: Ending? = nil
    ) throws(IntakeProblem) {
        self.question = try RecordCheck.text(question, "question", longest: 200)
        self.course = course
        guard random.count == Self.randomBytes else {
            throw IntakeProblem(
                path: "random", message: "Found \(random.count) bytes.",
                allowed: "\(Self.randomBytes) bytes as \(2 * Self.randomBytes) digits 0-9 and a-f")
        }
        self.random = random
        self.schedule = schedule
        try Self.check(schedule, course)
        self.outcome = outcome
        guard (point == nil) == (side == nil) else {
            throw IntakeProblem(
                path: point == nil ? "point" : "side", message: "This field is missing.",
                allowed: "a point with its side, or neither")
        }
        if let point { _ = try RecordCheck.id(point, "point") }
        (self.point, self.side) = (point, side)
        (self.screenedOn, self.ended) = (screenedOn, ended)
    }

    /// What is drawn, as a word.
    public var stage: Stage {
        switch course {
        case .days: .days
        case .sessions: .sessions
        }
    }

    private static func check(_ schedule: [Int], _ course: Course) throws(IntakeProblem) {
        let (isRight, allowed): (Bool, String) =
            switch course {
            case .days(let days):
                (
                    arePairs(schedule, period: days.period, pairs: days.pairs),
                    "for each day 0 or 1: \(days.pairs) pairs of \(days.period) equal days each"
                )
            case .sessions(let sessions):
                (
                    areBlocks(
                        schedule, techniques: sessions.techniques.count, blocks: sessions.blocks + sessions.spares),
                    "\(sessions.blocks + sessions.spares) blocks that hold each of 0 to \(sessions.techniques.count - 1) once"
                )
            }
        guard isRight else {
            throw IntakeProblem(
                path: "schedule", message: "The \(schedule.count) draws do not fit the design.", allowed: allowed)
        }
    }

    private static func arePairs(_ schedule: [Int], period: Int, pairs: Int) -> Bool {
        guard schedule.count == 2 * period * pairs else { return false }
        return (0..<pairs).allSatisfy { pair in
            let days = Array(schedule[(2 * period * pair)..<(2 * period * (pair + 1))])
            return (0...1).contains(days[0]) && days.prefix(period).allSatisfy { $0 == days[0] }
                && days.suffix(period).allSatisfy { $0 == 1 - days[0] }
        }
    }

    private static func areBlocks(_ schedule: [Int], techniques: Int, blocks: Int) -> Bool {
        guard schedule.count == techniques * blocks else { return false }
        return (0..<blocks).allSatisfy { block in
            schedule[(techniques * block)..<(techniques * (block + 1))].sorted() == Array(0..<techniques)
        }
    }
}
