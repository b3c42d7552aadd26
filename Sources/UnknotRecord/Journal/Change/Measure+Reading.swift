extension Measure {
    /// Of which kinds the entries are that may hold this number.
    public var kinds: Set<EntryKind> {
        switch self {
        case .painNow, .painWorst: [.pain]
        case .painAverage: [.pain, .fairTestDay]
        case .tenderness, .pressure: [.press]
        case .fingertipToFloor, .degrees, .quarters: [.movement]
        case .stiffness, .tightness: [.stiffness]
        case .own: [.own]
        case .sleepHours, .sleepQuality: [.sleep]
        case .water: [.water]
        case .sittingHours, .sittingStretch: [.sitting]
        case .load: [.load]
        case .stress: [.stress]
        case .exercise: [.exercise]
        case .release: [.session]
        case .questionnaire: [.questionnaire]
        }
    }

    /// This number in what an entry says of the day on which it lies; nil when it says nothing about it. What a fair test was
    /// told is average pain of another day, and only a series of days counts it.
    public func number(in value: RecordValue) -> Double? {
        switch (self, value) {
        case (.painNow, .pain(let record)): record.now
        case (.painAverage, .pain(let record)): record.average
        case (.painWorst, .pain(let record)): record.worst
        case (.tenderness(let point, let side), .press(let record)):
            record.point == point && record.side == side ? record.tenderness : nil
        case (.pressure(let point, let side), .press(let record)):
            record.point == point && record.side == side ? record.gauge?.pressure.kilopascals : nil
        case (_, .movement(let record)): number(in: record)
        case (.stiffness, .stiffness(let record)): record.stiffness
        case (.tightness, .stiffness(let record)): record.tightness
        case (.own(let name), .own(let record)): record.name == name ? record.value : nil
        case (.sleepHours, .sleep(let record)): record.hours
        case (.sleepQuality, .sleep(let record)): record.quality
        case (.water, .water(let record)): record.litres
        case (.sittingHours, .sitting(let record)): record.hours
        case (.sittingStretch, .sitting(let record)): record.longestMinutes
        case (.load, .load(let record)): record.level
        case (.stress, .stress(let record)): record.level
        case (.exercise, .exercise(let record)): record.minutes
        case (.release, .session(let record)): record.seconds / 60
        case (.questionnaire(let questionnaire), .questionnaire(let record)):
            record.questionnaire == questionnaire ? record.score : nil
        default: nil
        }
    }

    private func number(in record: MovementRecord) -> Double? {
        switch (self, record.reach) {
        case (.fingertipToFloor, .centimetres(let distance)): distance
        case (.degrees(let test), .degrees(let angle)): test == record.test ? angle : nil
        case (.quarters(let test), .quarters(let quarters)): test == record.test ? quarters : nil
        default: nil
        }
    }
}
