/// What every value of a journal is held against when it is made, read from JSON or not.
///
/// Each check gives back the value in the form in which it is kept.
enum RecordCheck {
    /// A number inside a range.
    static func number(
        _ number: Double, _ key: String, in range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Double {
        guard range.contains(number) else {
            throw IntakeProblem(path: key, message: "Found the number \(shown(number)).", allowed: words(range))
        }
        // Minus zero is zero; there must be one text for both.
        return number == 0 ? 0 : number
    }

    /// A number inside a range, or none.
    static func number(
        _ number: Double?, _ key: String, in range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Double? {
        guard let number else { return nil }
        let checked: Double = try self.number(number, key, in: range)
        return checked
    }

    /// A whole number inside a range.
    static func whole(
        _ number: Double, _ key: String, in range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Double {
        guard range.contains(number), number == number.rounded() else {
            throw IntakeProblem(
                path: key, message: "Found the number \(shown(number)).",
                allowed: "a whole number from \(shown(range.lowerBound)) to \(shown(range.upperBound))")
        }
        return number == 0 ? 0 : number
    }

    /// A text of people: no spaces around it, lines end with a line feed, no control characters.
    ///
    /// - Parameters:
    ///   - longest: The most Unicode scalars.
    ///   - linesAllowed: Whether it may have more than one line.
    static func text(
        _ text: String, _ key: String, longest: Int, linesAllowed: Bool = false
    ) throws(IntakeProblem) -> String {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
            scalars.append(scalar)
        }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        scalars = Array(scalars.drop { $0.properties.isWhitespace })
        guard (1...longest).contains(scalars.count) else {
            throw IntakeProblem(
                path: key,
                message: scalars.isEmpty ? "This text is empty." : "This text has \(scalars.count) characters.",
                allowed: "a text of 1 to \(longest) characters")
        }
        for scalar in scalars where scalar.properties.generalCategory == .control {
            guard linesAllowed, scalar == "\n" || scalar == "\t" else {
                throw IntakeProblem(
                    path: key, message: "This text holds the control character U+\(hexadecimal(scalar)).",
                    allowed: linesAllowed
                        ? "letters, signs, spaces and line ends" : "letters, signs and spaces, one line")
            }
        }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: scalars)
        return String(kept)
    }

    /// A text of people, or none. Nothing but spaces is none.
    static func text(_ text: String?, _ key: String, longest: Int) throws(IntakeProblem) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        let checked: String = try self.text(text, key, longest: longest, linesAllowed: false)
        return checked
    }

    /// An id of the public vocabulary: lower snake case, 1 to 100 characters.
    static func id<Subject>(_ id: Identifier<Subject>, _ key: String) throws(IntakeProblem) -> Identifier<Subject> {
        let isID = id.rawValue.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        guard isID, (1...100).contains(id.rawValue.utf8.count) else {
            throw IntakeProblem(
                path: key, message: "“\(id.rawValue.prefix(60))” is not an id.",
                allowed: "an id such as gluteus_medius_tp1, in small letters, digits and underscores")
        }
        return id
    }

    /// What applies and what was denied: each id once, in one of the two lists.
    static func answers<Subject>(
        _ applies: [Identifier<Subject>], _ appliesKey: String, _ denied: [Identifier<Subject>], _ deniedKey: String,
        most: Int
    ) throws(IntakeProblem) -> ([Identifier<Subject>], [Identifier<Subject>]) {
        var seen: Set<Identifier<Subject>> = []
        for (ids, key) in [(applies, appliesKey), (denied, deniedKey)] {
            guard ids.count <= most else {
                throw IntakeProblem(path: key, message: "Found a list of \(ids.count).", allowed: "at most \(most) ids")
            }
            for (index, id) in ids.enumerated() {
                _ = try self.id(id, "\(key)[\(index)]")
                guard seen.insert(id).inserted else {
                    throw IntakeProblem(
                        path: "\(key)[\(index)]", message: "“\(id.rawValue)” stands twice.",
                        allowed: "each id once, in one of the lists")
                }
            }
        }
        return (applies, denied)
    }

    /// At least one of several fields.
    static func anyOf(_ present: [Bool], _ keys: String) throws(IntakeProblem) {
        guard present.contains(true) else {
            throw IntakeProblem(path: "", message: "Nothing is said.", allowed: "at least one of \(keys)")
        }
    }

    /// A range in words, with its ends written shortly.
    static func words(_ range: ClosedRange<Double>) -> String {
        "a number from \(shown(range.lowerBound)) to \(shown(range.upperBound))"
    }

    private static func shown(_ number: Double) -> String {
        number.isFinite ? CanonicalNumber.text(of: number) : "\(number)"
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension IntakeProblem {
    /// The same problem seen from the value that holds the one with the problem.
    package func within(_ outer: String) -> IntakeProblem {
        let inner = path.isEmpty || path.hasPrefix("[") ? path : ".\(path)"
        return IntakeProblem(path: outer.isEmpty ? path : outer + inner, message: message, allowed: allowed, id: id)
    }
}
