extension FieldReader {
    /// A number whose range is checked where the value is made.
    func anyNumber(_ key: String) throws(IntakeProblem) -> Double? {
        guard let value = value(key) else { return nil }
        guard case .number(let number) = value else { throw wrong(key, value, allowed: "a number") }
        return number
    }

    /// A number that must be there.
    func requiredNumber(_ key: String) throws(IntakeProblem) -> Double {
        guard let number = try anyNumber(key) else { throw missing(key, allowed: "a number") }
        return number
    }

    /// A text whose length is checked where the value is made.
    func anyText(_ key: String) throws(IntakeProblem) -> String? {
        guard let value = value(key) else { return nil }
        guard case .string(let text) = value else { throw wrong(key, value, allowed: "a text") }
        return text
    }

    /// A text that must be there.
    func requiredAnyText(_ key: String) throws(IntakeProblem) -> String {
        guard let text = try anyText(key) else { throw missing(key, allowed: "a text") }
        return text
    }

    /// A word of an enumeration that must be there.
    func requiredChoice<Choice: RawRepresentable & CaseIterable>(
        _ key: String
    ) throws(IntakeProblem) -> Choice where Choice.RawValue == String {
        guard let choice: Choice = try choice(key) else {
            throw missing(key, allowed: Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// The texts of a list.
    func texts(_ key: String, longest: Int) throws(IntakeProblem) -> [String] {
        var texts: [String] = []
        for (index, value) in try list(key, longest: longest).enumerated() {
            guard case .string(let text) = value else {
                throw IntakeProblem(
                    path: "\(path(of: key))[\(index)]", message: "Expected a text, found \(value.kind).",
                    allowed: "a text")
            }
            texts.append(text)
        }
        return texts
    }

    private func missing(_ key: String, allowed: String) -> IntakeProblem {
        IntakeProblem(path: path(of: key), message: "This field is missing.", allowed: allowed)
    }
}
