import Unknot
import UnknotJournal

/// Puts the page of a fair test into words.
struct FairTestWriter {
    let test: FairTestShelf.Kept
    let moment: FairTestMoment
    let kit: RecordKit
    let diary: DayTrialDiary?
    private let days: FairTestRecord.Days?
    private let screen: SessionScreenDiary?

    init(_ test: FairTestShelf.Kept, _ moment: FairTestMoment, _ kit: RecordKit) {
        (self.test, self.moment, self.kit) = (test, moment, kit)
        diary = test.diary(kit, isHeld: moment.safety.isHeld)
        screen = test.screen(kit)
        if case .days(let days) = test.record.course { self.days = days } else { days = nil }
    }

    private var texts: PageTexts { kit.texts }
    private var words: FairTestWords { FairTestWords(kit) }
    private var address: String { FairTestController.address(test.id) }

    // MARK: Safety

    /// What comes before anything that was drawn.
    var alarm: FairTestPage.Way? {
        guard test.isOpen(kit) else { return nil }
        let key: String
        switch moment.safety {
        case .clear: return nil
        case .remind: key = "fair_alarm_ask"
        case .askAgain: key = "fair_alarm_held"
        case .newSymptom: key = "fair_alarm_new"
        case .blocked: key = "fair_alarm_blocked"
        }
        return FairTestPage.Way(wayWords: texts(key), wayLabel: texts("fair_alarm_way"))
    }

    /// Whether something speaks against the routine now, whatever was drawn.
    private var isHeld: Bool { moment.safety.isHeld || shouldStop }

    /// The last look says that it likely makes things worse.
    private var shouldStop: Bool { diary?.analysis?.look == .stopForHarm }

    // MARK: The number

    /// The day whose number is asked; nil when none is.
    private var askedDay: Int? {
        guard let diary, moment.canWrite else { return nil }
        if let day = moment.day {
            return diary.takesNumber(for: day.number, from: test.laidOut.number) ? day.number : nil
        }
        let isDue = diary.phase != .over && diary.takesNumber(for: kit.today.number, from: test.laidOut.number)
        return isDue ? kit.today.number : nil
    }

    /// Asks for the number of a day.
    var numberForm: FairDayFormView? {
        if let screen { return sessionForm(screen) }
        guard let day = askedDay, let diary, let days else { return nil }
        let isToday = day == kit.today.number
        let asked = [scale(FairDayForm.Field.rating, "fair_ask_rating")] + beside(day, days, diary)
        let late = diary.isLate(for: day) ? texts("fair_late_note") : tooSoon
        let usual = texts("fair_time_usual", ["time": words.time(days.askedAt)])
        return FairDayFormView(
            dayFormID: "fair-day", dayFormAction: "\(address)/log",
            dayFormHeading: isToday
                ? texts("fair_number_today")
                : texts("fair_number_of", ["day": kit.dates.medium(LocalDay(number: day))]),
            dayFormNote: late ?? (isToday ? usual : texts("fair_number_of_note")),
            carried: [
                (FairDayForm.Field.day, LocalDay(number: day).description),
                (FairDayForm.Field.entry, moment.id.description),
            ].map { HiddenField(.init(name: $0.0, value: $0.1)) }, asked: asked, ticks: ticks(days.covariates),
            dayFormSave: texts(isToday && diary.start != nil ? "fair_save_show" : "log_save"), isLoud: true)
    }

    /// What is asked beside the number of a day, save what was said of it already.
    private func beside(_ day: Int, _ days: FairTestRecord.Days, _ diary: DayTrialDiary) -> [QuestionView] {
        var asked: [QuestionView] = []
        let said = diary.entries[day]
        if let start = diary.start, day > start {
            if said?.done == nil {
                asked.append(yesNo(FairDayForm.Field.done, texts("fair_ask_done", ["routine": days.routine]).escapable))
            }
            let before = diary.entries[day - 1]?.rating ?? 0
            if before >= DayTrialDiary.rescueFrom, said?.rescue != true {
                asked.append(yesNo(FairDayForm.Field.rescue, texts("fair_ask_rescue")))
            }
        }
        if said?.medicine != true { asked.append(yesNo(FairDayForm.Field.medicine, texts("fair_ask_medicine"))) }
        return asked
    }

    /// Said where the last number is less than half a day old.
    private var tooSoon: String? {
        guard let last = test.history.lastCounted else { return nil }
        let counts = Moment(milliseconds: last.milliseconds + FairTestHistory.spacing)
        guard kit.now < counts else { return nil }
        return texts("fair_soon_note", ["time": kit.dates.recent(counts, in: kit.zone, today: kit.today)])
    }

    /// What came up beside the number: asked all day, since it may come up at any time.
    var moreForm: FairDayFormView? {
        guard let diary, let days, moment.canWrite, numberForm == nil,
            diary.takesMore(for: kit.today.number, from: test.laidOut.number)
        else { return nil }
        let isRated = diary.isRatedToday
        return FairDayFormView(
            dayFormID: "fair-more", dayFormAction: "\(address)/log", dayFormHeading: texts("fair_more"),
            dayFormNote: texts(isRated ? "fair_more_note" : "fair_more_note_early"),
            carried: [
                (FairDayForm.Field.day, kit.today.description), (FairDayForm.Field.more, "yes"),
                (FairDayForm.Field.entry, moment.id.description),
            ].map { HiddenField(.init(name: $0.0, value: $0.1)) },
            asked: isRated ? beside(kit.today.number, days, diary) : [], ticks: ticks([]),
            dayFormSave: texts("log_save"), isLoud: false)
    }

    private func ticks(_ covariates: [FairTestRecord.Covariate]) -> [FairDayFormView.Ticks] {
        func ticks(_ field: String, _ label: String, _ values: [String]) -> FairDayFormView.Ticks {
            FairDayFormView.Ticks(
                ticksLabel: texts(label),
                ticked: values.map {
                    Choice(
                        name: field, value: $0, label: texts("fair_\(field)_\($0)"), isChosen: wasChosen(field, $0),
                        in: "day-")
                })
        }
        let asked = covariates.map(\.rawValue)
        return (asked.isEmpty ? [] : [ticks(FairDayForm.Field.covariate, "fair_ask_covariates", asked)])
            + [ticks(FairDayForm.Field.harm, "fair_ask_harm", FairTestDayRecord.Harm.allCases.map(\.rawValue))]
    }

    private func scale(_ name: String, _ key: String, in form: String = "") -> QuestionView {
        QuestionView(
            label: texts(key),
            scale: QuestionView.ScaleView(
                steps: Choice.scale(name: name, chosen: (0...10).first { wasChosen(name, "\($0)") }, in: form),
                lowEnd: texts("\(key)_low"),
                highEnd: texts("\(key)_high")))
    }

    private func yesNo(_ name: String, _ label: String) -> QuestionView {
        QuestionView(
            label: label,
            picks: QuestionView.PickView(
                pickLabel: label,
                picked: ["yes", "no"].map {
                    Choice(name: name, value: $0, label: texts("fair_\($0)"), isChosen: wasChosen(name, $0))
                }))
    }

    /// Whether a form that was refused said so; nothing of it is to be said again.
    private func wasChosen(_ name: String, _ value: String) -> Bool {
        moment.refused?.values(name).contains(value) ?? false
    }

    /// Days before whose number is missing.
    var missed: [FairTestPage.Missed] {
        guard let diary, moment.canWrite, diary.phase != .over else { return [] }
        return diary.missedDays(from: test.laidOut.number).map { number in
            let day = LocalDay(number: number)
            return FairTestPage.Missed(
                missedAddress: "\(address)?day=\(day)",
                missedName: texts(
                    diary.isLate(for: number) ? "fair_missed_late" : "fair_missed", ["day": kit.dates.table(day)]))
        }
    }

    // MARK: Today

    /// What today is, once its number is there.
    var today: FairTestPage.Today? {
        if let screen { return sessionToday(screen) }
        guard let diary, let days, diary.phase != .over else { return nil }
        if !diary.isRatedToday, diary.now.isEarly { return early(diary, days) }
        if case .runIn = diary.phase {
            return diary.isRatedToday ? card("", "fair_today_done", "fair_today_run_in", [:]) : nil
        }
        guard diary.isRatedToday else { return nil }
        if isHeld {
            if shouldStop { return card("is-held", "fair_today_held", "fair_today_stop", [:]) }
            return moment.safety == .askAgain
                ? card("is-held", "fair_today_ask", "fair_today_ask_words", [:])
                : card("is-held", "fair_today_held", "fair_today_rest", [:])
        }
        guard let arm = diary.shownArm(on: kit.today.number) else { return nil }
        let routine = days.routine.escapable
        let card = card(
            arm == .routine ? "is-routine" : "is-usual", "fair_today_\(arm.rawValue)",
            "fair_today_\(arm.rawValue)_words",
            ["routine": routine, "versus": days.versus.escapable, "time": words.time(days.askedAt)])
        let isStrong = (diary.entries[kit.today.number]?.rating ?? 0) >= DayTrialDiary.rescueFrom
        return FairTestPage.Today(
            todayClass: card.todayClass, todayKicker: card.todayKicker, todayHeading: card.todayHeading,
            todayWords: card.todayWords + (isStrong ? [texts("fair_today_rescue")] : []),
            howAddress: arm == .routine && !isStrong ? how(days.technique) : nil)
    }

    /// Before the number of today is taken: from when on, and what was said yesterday, which holds until then. It is nothing
    /// new to whoever gave yesterday's number yesterday.
    private func early(_ diary: DayTrialDiary, _ days: FairTestRecord.Days) -> FairTestPage.Today {
        let yesterday = kit.today.advanced(by: -1)
        let said = test.history.days[yesterday]
        let wasShown = said?.isHeld == false && said?.ratedAt.map { LocalDay(of: $0, in: kit.zone) } == yesterday
        let heading: String
        if wasShown, !isHeld, case .running = diary.phase, let arm = diary.drawn(for: yesterday.number) {
            heading = "fair_until_\(arm.rawValue)"
        } else {
            heading = "fair_wait"
        }
        return card("", heading, "fair_wait_words", ["time": words.time(days.earliest)])
    }

    private func card(
        _ style: String, _ heading: String, _ words: String, _ values: [String: String]
    ) -> FairTestPage.Today {
        FairTestPage.Today(
            todayClass: style, todayKicker: kit.dates.long(kit.today), todayHeading: texts(heading, values),
            todayWords: [texts(words, values)])
    }

    /// Beginning the days with an arm.
    var begin: FairTestPage.Way? {
        guard let diary, case .runIn(let start) = diary.phase, moment.canWrite else { return nil }
        switch start {
        case .ready:
            guard !isHeld else { return nil }
            return FairTestPage.Way(wayWords: texts("fair_begin_words"), wayLabel: texts("fair_begin"))
        case .logOn(let more):
            let key = more == 1 ? "fair_log_on_one" : "fair_log_on"
            return FairTestPage.Way(wayWords: texts(key, ["count": "\(more)"]), wayLabel: nil)
        case .waitForFlare(let pain, let median):
            return FairTestPage.Way(
                wayWords: texts("fair_flare", ["pain": kit.number(pain), "median": kit.number(median)]), wayLabel: nil)
        }
    }

    // MARK: Sessions

    private func sessionForm(_ screen: SessionScreenDiary) -> FairDayFormView? {
        guard moment.canWrite, !isHeld else { return nil }
        func form(_ session: Int, _ part: FairSessionForm.Part) -> FairDayFormView {
            let isSpare = screen.isSpare(session)
            let window = test.history.sessions[session]?.beganAt.map { FairSessionWindow($0).words(kit) } ?? [:]
            return FairDayFormView(
                dayFormID: "fair-session", dayFormAction: "\(address)/session",
                dayFormHeading: texts(
                    "fair_session_\(isSpare ? "spare_" : "")\(part.rawValue)",
                    ["number": "\(session)", "count": "\(screen.planned)"]),
                dayFormNote: texts("fair_session_\(part.rawValue)_note", window),
                carried: [(FairSessionForm.Field.number, "\(session)"), (FairSessionForm.Field.part, part.rawValue)]
                    .map { HiddenField(.init(name: $0.0, value: $0.1)) },
                asked: [scale(FairSessionForm.Field.tenderness, "fair_ask_tenderness")],
                ticks: part == .after ? [sessionHarms("day-")] : [],
                dayFormSave: texts("fair_session_\(part.rawValue)_save"), isLoud: true)
        }
        switch screen.step {
        case .before(let session): return form(session, .before)
        case .during(let session, _): return form(session, .after)
        case .over: return nil
        }
    }

    /// What did not agree with the person, asked after a session and where one is left out.
    private func sessionHarms(_ form: String) -> FairDayFormView.Ticks {
        FairDayFormView.Ticks(
            ticksLabel: texts("fair_ask_harm"),
            ticked: FairTestDayRecord.Harm.allCases.map {
                Choice(
                    name: FairSessionForm.Field.harm, value: $0.rawValue, label: texts("fair_harm_\($0.rawValue)"),
                    isChosen: false, in: form)
            })
    }

    /// That the last session is no part of the result, until the next one begins.
    private var untimely: FairTestPage.Today? {
        guard let screen, let last = screen.untimely.last, last == test.history.sessions.keys.max() else { return nil }
        let words = screen.step == .over ? "fair_session_untimely_last" : "fair_session_untimely_words"
        return card("", "fair_session_untimely", words, [:])
    }

    /// Where it is shown how a technique is done.
    private func how(_ technique: TechniqueID?) -> String? {
        technique.flatMap { kit.atlas.care.technique($0) }.map { "/techniques/\($0.id.rawValue)" }
    }

    private func sessionToday(_ screen: SessionScreenDiary) -> FairTestPage.Today? {
        if let untimely { return untimely }
        guard case .during(_, let technique) = screen.step, case .sessions(let sessions) = test.record.course,
            !isHeld
        else { return nil }
        let drawn = sessions.techniques[technique]
        var today = card(
            technique == 0 ? "is-usual" : "is-routine", "fair_session_do",
            technique == 0 ? "fair_session_rest" : "fair_session_words", ["name": words.name(drawn)])
        today.howAddress = how(drawn)
        return today
    }

    /// Showing what was kept back today, once nothing speaks against it any more. That it is shown is written down, so that
    /// the day counts.
    private var showForm: FairDayFormView? {
        guard let diary, case .running = diary.phase, moment.canWrite, diary.isRatedToday, test.isKeptBack(kit), !isHeld
        else { return nil }
        return FairDayFormView(
            dayFormID: "fair-show", dayFormAction: "\(address)/log", dayFormHeading: texts("fair_show"),
            dayFormNote: texts("fair_show_note"),
            carried: [
                (FairDayForm.Field.day, kit.today.description), (FairDayForm.Field.more, "yes"),
                (FairDayForm.Field.show, "yes"),
            ].map { HiddenField(.init(name: $0.0, value: $0.1)) }, asked: [], ticks: [],
            dayFormSave: texts("fair_show_now"), isLoud: true)
    }

    /// Leaving out a session that has begun, or showing what was kept back today.
    var restForm: FairDayFormView? {
        if diary != nil { return showForm }
        guard let screen, case .during(let session, _) = screen.step, moment.canWrite else { return nil }
        return FairDayFormView(
            dayFormID: "fair-skip", dayFormAction: "\(address)/session", dayFormHeading: texts("fair_skip_heading"),
            dayFormNote: texts("fair_skip_note"),
            carried: [
                (FairSessionForm.Field.number, "\(session)"),
                (FairSessionForm.Field.part, FairSessionForm.Part.after.rawValue), (FairSessionForm.Field.skip, "yes"),
            ].map { HiddenField(.init(name: $0.0, value: $0.1)) }, asked: [], ticks: [sessionHarms("skip-")],
            dayFormSave: texts("fair_skip"), isLoud: false)
    }

    // MARK: What can be said

    var result: FairResultView? {
        guard test.isIntact else { return FairResultView(notIntact: texts) }
        if let screen { return FairResultView(test, screen, kit) }
        return diary.flatMap { FairResultView($0, kit) }
    }

    /// How it is laid out.
    var facts: [FairTestPage.Fact] {
        func fact(_ key: String, _ words: String) -> FairTestPage.Fact {
            FairTestPage.Fact(factName: texts("fair_fact_\(key)"), factWords: words.escapable)
        }
        var facts: [FairTestPage.Fact] = []
        switch test.record.course {
        case .days(let days):
            facts = [
                fact("routine", days.routine), fact("versus", days.versus), fact("design", words.design(days)),
                fact("outcome", texts("fair_fact_outcome_days", ["time": words.time(days.askedAt)])),
            ]
            if let look = diary?.nextLook {
                facts.append(fact("look", kit.dates.medium(LocalDay(number: look))))
            }
        case .sessions(let sessions):
            facts = [
                fact("design", words.design(sessions)), fact("outcome", texts("fair_fact_outcome_sessions")),
            ]
            if sessions.spares > 0 {
                let words = texts("fair_fact_spares_words", ["count": "\(sessions.spares)"])
                facts.append(fact("spares", words))
            }
            if let each = screen?.nextLook {
                let key = each < sessions.blocks ? "fair_fact_look_sessions" : "fair_fact_look_end"
                facts.append(fact("look", texts(key, ["each": "\(each)"])))
            }
        }
        if let point = test.record.point, let side = test.record.side {
            facts.append(fact("knot", kit.name(of: point, side)))
        }
        return facts + [fact("drawn", texts("fair_fact_drawn_words", ["day": kit.dates.dated(test.laidOut)]))]
    }

    /// Ending it, with the reasons that there can be.
    var end: FairTestPage.End? {
        guard moment.canWrite, test.isOpen(kit) else { return nil }
        let look = diary?.analysis?.look
        let reasons: [FairTestRecord.Ending.Reason] =
            (look == .stopForHarm ? [.harm] : []) + (look == .stopForHelp ? [.help] : []) + [.choice, .safety]
        return FairTestPage.End(
            endAction: "\(address)/end", endNote: diary == nil ? nil : texts("fair_end_note"),
            reasons: reasons.enumerated().map { index, reason in
                Choice(
                    name: "reason", value: reason.rawValue, label: texts("fair_reason_\(reason.rawValue)"),
                    isChosen: index == 0)
            })
    }
}
