import UnknotAtlas
import UnknotRecord

/// What an intake says by itself, before ids that ask the same thing are joined.
struct DirectFacts {
    private let intake: Intake
    private(set) var trueIDs: Set<String> = []
    private(set) var falseIDs: Set<String> = []

    init(_ intake: Intake) {
        self.intake = intake
    }

    private mutating func set(_ id: String, _ value: Bool) {
        if value { trueIDs.insert(id) } else { falseIDs.insert(id) }
    }

    /// Answers, age, sex, causes and presses.
    mutating func readIntake() {
        for (id, answer) in intake.answers {
            switch answer {
            case .reply(.yes): set(id, true)
            case .reply(.no): set(id, false)
            case .reply(.unknown): break
            case .effect(let effect): set("movement:\(id)=\(effect.rawValue)", true)
            }
        }
        for cause in intake.causes { set("cause:\(cause)", true) }
        set(DerivedFact.female.rawValue, intake.sex == .female)
        readAge()
    }

    private mutating func readAge() {
        set(DerivedFact.ageNotGiven.rawValue, intake.age == nil)
        guard let age = intake.age else { return }
        let limits: [(DerivedFact, ClosedRange<Int>)] = [
            (.ageUnder16, 0...15), (.ageUnder20, 0...19), (.ageOver50, 50...120), (.ageOver55, 55...120),
            (.ageOver60, 60...120),
            (.ageOver65, 65...120), (.ageOver70, 70...120),
        ]
        for (fact, range) in limits { set(fact.rawValue, range.contains(age)) }
        set("age_under_60", age < 60)
        // Whoever is younger than 40 was so when it began; an older person has to be asked.
        if age < 40 { set("onset_before_40", true) }
    }

    /// Where it hurts, how much and how it feels.
    mutating func readDrawing(_ atlas: Atlas) {
        let drawn = intake.painfulMarks
        let ids = Set(drawn.map(\.place.region))
        for question in atlas.questions where !question.drawnAs.isEmpty {
            if !ids.isDisjoint(with: question.drawnAs) {
                set(question.id.rawValue, true)
            } else if intake.drawingComplete && !drawn.isEmpty {
                set(question.id.rawValue, false)
            }
        }
        readIntensity(drawn)
        readZones(drawn, atlas)
        readQualities(drawn, atlas)
    }

    private mutating func readIntensity(_ drawn: [PainMark]) {
        guard let worst = drawn.compactMap(\.intensity).max() else { return }
        set("severe_pain_7_or_more", worst >= 7)
    }

    private mutating func readZones(_ drawn: [PainMark], _ atlas: Atlas) {
        let marks = drawn.compactMap { mark in
            atlas.region(mark.place.region).map { (region: $0, side: mark.place.side) }
        }
        func any(_ test: (BodyRegion, RegionSide) -> Bool) -> Bool { marks.contains { test($0.region, $0.side) } }
        let belowKnee: Set<RegionID> = ["calf_upper", "calf_lower", "shin", "leg_outer", "ankle", "heel", "foot"]
        let spine: Set<RegionID> = [
            "neck_midline", "spine_midline_t1_t6", "spine_midline_t7_t12", "spine_midline_lumbar",
        ]
        set(DerivedFact.drawnBelly.rawValue, any { region, _ in region.zone == .abdomen })
        set(DerivedFact.drawnChest.rawValue, any { region, _ in region.zone == .chest })
        set(DerivedFact.drawnLowBack.rawValue, any { region, _ in region.zone == .lowBack })
        set(
            DerivedFact.drawnMidBack.rawValue,
            any { region, _ in region.zone == .midBack || region.zone == .upperBack })
        set(DerivedFact.drawnBelowKnee.rawValue, any { region, _ in belowKnee.contains(region.id) })
        set(DerivedFact.drawnMidlineSpine.rawValue, any { region, _ in spine.contains(region.id) })
        set(
            DerivedFact.drawnBothLegs.rawValue,
            any { $0.zone == .leg && $1 == .left } && any { $0.zone == .leg && $1 == .right })
        let above: Set<BodyRegion.Zone> = [.head, .neck, .shoulder, .upperBack, .chest, .arm]
        let below: Set<BodyRegion.Zone> = [.lowBack, .pelvis, .abdomen, .leg]
        // The American College of Rheumatology's 1990 rule for widespread pain: both sides, above and below the waist.
        let isOnAllQuarters =
            any { region, _ in above.contains(region.zone) } && any { region, _ in below.contains(region.zone) }
            && any { $1 == .left } && any { $1 == .right }
        if isOnAllQuarters, Set(marks.map(\.region.zone)).count >= 4 {
            set("widespread_pain_many_regions", true)
        } else if !isOnAllQuarters, intake.drawingComplete, !drawn.isEmpty {
            set("widespread_pain_many_regions", false)
        }
    }

    /// Qualities written on an area answer the questions that ask for them there.
    private mutating func readQualities(_ drawn: [PainMark], _ atlas: Atlas) {
        let saddle: Set<RegionID> = ["perineum", "genital_region", "anal_region"]
        for mark in drawn {
            let zone = atlas.region(mark.place.region)?.zone
            let isOdd = mark.quality.contains(.tingling) || mark.quality.contains(.numb)
            if isOdd && zone == .leg { set("leg_tingling_or_numbness", true) }
            if isOdd && zone == .arm { set("arm_or_hand_tingling_or_numbness", true) }
            if isOdd && saddle.contains(mark.place.region) { set("saddle_numbness", true) }
            if mark.quality.contains(.burning) || mark.quality.contains(.shooting) {
                set("burning_shooting_or_electric_pain", true)
            }
            if mark.quality.contains(.dull) { set("dull_deep_ache", true) }
        }
    }
}
