import Unknot

extension IntakeForm {
    /// Names of fields. Answers and presses carry an id after the dot; what is said of one place carries
    /// `REGION.SIDE`, as in `intensity.sacrum.midline`.
    enum Field {
        static let place = "place"
        static let worst = "worst"
        static let complete = "complete"
        static let intensity = "intensity"
        static let intensityOf = "intensity."
        static let qualityOf = "quality."
        static let age = "age"
        static let sex = "sex"
        static let skip = "skip"
        /// Ids, separated by spaces, that are answered no unless they have an answer of their own.
        static let noToRest = "no_to_rest"
        static let answer = "answer."
        static let tenderness = "tenderness."
        static let familiar = "familiar."
        static let lump = "lump."
        static let spread = "spread."
        static let cause = "cause"
        /// Ids of warning signs of which the visitor is not sure.
        static let unsure = "unsure"
        /// The screens left behind, the one just answered, and the wish to go back.
        static let asked = "asked"
        static let now = "now"
        static let back = "back"
        /// What is to be kept in the journal.
        static let keep = "keep"

        /// The fields of the first page.
        static let first: Set<String> = [place, complete, age, sex]
    }

    /// Everything said, as fields for the next page; ``init(_:atlas:)`` of them gives the same form again.
    var fields: [FormFields.Field] {
        var fields: [FormFields.Field] = []
        func add(_ name: String, _ value: String?) {
            if let value { fields.append(.init(name: name, value: value)) }
        }
        places.forEach { add(Field.place, Self.name(of: $0)) }
        for place in places {
            let feeling = feelings[place]
            add(Field.intensityOf + Self.key(of: place), feeling?.intensity.map(String.init))
            feeling?.quality.forEach { add(Field.qualityOf + Self.key(of: place), $0.rawValue) }
        }
        worst.forEach { add(Field.worst, Self.name(of: $0)) }
        add(Field.complete, isComplete ? "yes" : "no")
        add(Field.intensity, intensity.map(String.init))
        add(Field.age, age.map(String.init))
        add(Field.sex, sex?.rawValue)
        for (id, answer) in answers.sorted(by: { $0.key < $1.key }) { add(Field.answer + id, answer.rawValue) }
        for press in presses {
            let name = Self.name(of: press.point, press.side)
            add(Field.tenderness + name, press.tenderness.map { String(Int($0)) })
            add(Field.familiar + name, press.isFamiliar.map { $0 ? "yes" : "no" })
            add(Field.lump + name, press.hasLump.map { $0 ? "yes" : "no" })
            press.spreadsTo.forEach { add(Field.spread + name, $0.rawValue) }
        }
        causes.forEach { add(Field.cause, $0.rawValue) }
        skipped.sorted().forEach { add(Field.skip, $0) }
        asked.forEach { add(Field.asked, $0.name) }
        return fields
    }

    /// A place as the value of a field.
    static func name(of place: BodyPlace) -> String {
        "\(place.region.rawValue):\(place.side.rawValue)"
    }

    /// A place as the end of a field's name.
    static func key(of place: BodyPlace) -> String {
        "\(place.region.rawValue).\(place.side.rawValue)"
    }
}
