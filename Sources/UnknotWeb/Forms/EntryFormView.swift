import Unknot

/// The form for one entry as a page shows it.
struct EntryFormView: Sendable {
    let formID: String
    let formAction: String
    /// What the page carries along without showing it.
    let carried: [HiddenField]
    let asked: [QuestionView]
    /// What only those see who open the rest.
    let further: [QuestionView]
    let hasFurther: Bool
    let furtherIsOpen: Bool
    let furtherTitle: String
    let when: WhenView
    let saveLabel: String

    /// - Parameters:
    ///   - id: Its name on the page.
    ///   - typed: What stands in the fields, by their names.
    ///   - fixed: Fields that are carried along, not asked.
    init(
        _ kind: EntryKind, id: String, action: String = "/today", back: EntryForm.Way = .today, entry: String? = nil,
        typed: [String: String] = [:], fixed: [String: String] = [:], when: WhenView, kit: RecordKit
    ) {
        let shape = EntryShape(kind)
        formID = id
        formAction = action
        var hidden = [(EntryForm.Field.kind, kind.rawValue), (EntryForm.Field.back, back.rawValue)]
        if let entry { hidden.append((EntryForm.Field.entry, entry)) }
        hidden += fixed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        carried = hidden.map { HiddenField(FormFields.Field(name: $0.0, value: $0.1)) }
        let questions = (shape?.questions ?? []).filter { question in
            shape.map { fixed[$0.name(question)] == nil } ?? false
        }
        func view(_ question: EntryShape.Question) -> QuestionView? {
            shape.map { QuestionView(question, of: $0, id: id, typed: typed, kit: kit) }
        }
        asked = questions.filter { !$0.isFurther }.compactMap(view)
        let rest = questions.filter(\.isFurther)
        further = rest.compactMap(view)
        hasFurther = !further.isEmpty
        furtherIsOpen = rest.contains { question in shape.map { typed[$0.name(question)] != nil } ?? false }
        furtherTitle = kit.texts.has("log_further_\(kind.rawValue)") ? kit.texts("log_further_\(kind.rawValue)") : ""
        self.when = when
        saveLabel = kit.texts("log_save")
    }

    /// A form whose questions are not those of a kind.
    init(
        id: String, action: String, carried fields: [(name: String, value: String)], asked: [QuestionView],
        when: WhenView, kit: RecordKit
    ) {
        (formID, formAction) = (id, action)
        carried = fields.map { HiddenField(FormFields.Field(name: $0.name, value: $0.value)) }
        self.asked = asked
        (further, hasFurther, furtherIsOpen, furtherTitle) = ([], false, false, "")
        self.when = when
        saveLabel = kit.texts("log_save")
    }
}

/// When an entry happened: now, or a day and a time that are typed.
struct WhenView: Sendable {
    let dayID: String
    let timeID: String
    let dayValue: String
    let timeValue: String
    let latestDay: String
    let whenIsOpen: Bool
    let whenHint: String

    /// - Parameters:
    ///   - latest: Today, as `2026-11-21`.
    ///   - isOpen: Whether it is shown at once.
    init(id: String, _ time: TypedTime, latest: String, isOpen: Bool, hint: String) {
        (dayID, timeID) = ("\(id)-day", "\(id)-time")
        (dayValue, timeValue) = ((time.day ?? "").escapable, (time.time ?? "").escapable)
        latestDay = latest
        whenIsOpen = isOpen || time != TypedTime()
        whenHint = hint
    }
}

/// One question of a form. Exactly one of the ways to answer is there; a movement has two.
struct QuestionView: Sendable {
    let questionLabel: String
    let scale: ScaleView?
    let picks: PickView?
    let number: NumberView?
    let line: LineView?
    let words: LineView?

    /// A row from 0 to 10.
    struct ScaleView: Sendable {
        let steps: [Choice]
        let lowEnd: String
        let highEnd: String
    }

    /// A few words to choose from.
    struct PickView: Sendable {
        let pickLabel: String
        let picked: [Choice]
    }

    /// A number with its unit.
    struct NumberView: Sendable {
        let inputID: String
        let inputName: String
        let inputValue: String
        let inputUnit: String?
        let most: String
        let isNeeded: Bool
    }

    /// A text.
    struct LineView: Sendable {
        let inputID: String
        let inputName: String
        let inputValue: String
        let longest: Int
        let isNeeded: Bool
        let isOptional: Bool
    }

    /// A question with its one way to answer.
    init(
        label: String, scale: ScaleView? = nil, picks: PickView? = nil, number: NumberView? = nil, line: LineView? = nil
    ) {
        questionLabel = label
        (self.scale, self.picks, self.number, self.line, words) = (scale, picks, number, line, nil)
    }

    init(
        _ question: EntryShape.Question, of shape: EntryShape, id: String, typed: [String: String], kit: RecordKit
    ) {
        let name = shape.name(question)
        let key = "ask_\(shape.kind.rawValue)_\(question.key)"
        let value = typed[name]
        func pick(_ words: [String], _ name: String, _ key: String, _ chosen: String?, label: String) -> PickView {
            PickView(
                pickLabel: label,
                picked: words.map { word in
                    Choice(
                        name: name, value: word, label: kit.texts("\(key)_\(word)"), isChosen: chosen == word,
                        in: "\(id)-")
                })
        }
        func number(_ most: Double, unit: String?) -> NumberView {
            NumberView(
                inputID: "\(id)-\(question.key)", inputName: name, inputValue: (value ?? "").escapable, inputUnit: unit,
                most: NumberText.short(most), isNeeded: question.isRequired)
        }
        func line(_ longest: Int) -> LineView {
            LineView(
                inputID: "\(id)-\(question.key)", inputName: name, inputValue: (value ?? "").escapable,
                longest: longest, isNeeded: question.isRequired, isOptional: !question.isRequired)
        }
        questionLabel = kit.texts(key)
        switch question.input {
        case .scale:
            scale = ScaleView(
                steps: Choice.scale(name: name, chosen: value.flatMap(Int.init), in: "\(id)-"),
                lowEnd: kit.texts("\(key)_low"), highEnd: kit.texts("\(key)_high"))
            (picks, self.number, self.line, words) = (nil, nil, nil, nil)
        case .number(let range):
            let unit = kit.texts("unit_\(question.key)")
            (scale, picks, self.number, self.line, words) = (nil, nil, number(range.upperBound, unit: unit), nil, nil)
        case .choice(let options):
            picks = pick(options, name, key, value, label: questionLabel)
            (scale, self.number, self.line, words) = (nil, nil, nil, nil)
        case .yesOrNo:
            picks = pick(["yes", "no", "unknown"], name, "press_reply", value, label: questionLabel)
            (scale, self.number, self.line, words) = (nil, nil, nil, nil)
        case .line(let longest):
            (scale, picks, self.number, self.line, words) = (nil, nil, nil, line(longest), nil)
        case .words(let longest):
            (scale, picks, self.number, self.line, words) = (nil, nil, nil, nil, line(longest))
        case .gauge:
            let unit = kit.texts("unit_force_\(kit.preferences.force.rawValue)")
            (scale, picks, self.number, self.line, words) = (nil, nil, number(1000, unit: unit), nil, nil)
        case .reach:
            let unit = typed["\(name)_unit"] ?? EntryForm.reachUnits[0]
            let length = kit.preferences.length.rawValue
            picks = PickView(
                pickLabel: kit.texts("\(key)_unit"),
                picked: EntryForm.reachUnits.map { word in
                    Choice(
                        name: "\(name)_unit", value: word,
                        label: kit.texts("unit_reach_\(word == "length" ? length : word)"), isChosen: unit == word,
                        in: "\(id)-")
                })
            (scale, self.number, self.line, words) = (nil, number(180, unit: nil), nil, nil)
        }
    }
}
