/// What must hold for a combination of signs: terms joined by `&`, each term an id, a choice `(a | b)`, a count
/// `2 of (a | b | c)` or an exclusion `not (a | b)`.
public struct SignExpression: Hashable, Sendable, CustomStringConvertible {
    /// One condition on a set of ids.
    public struct Term: Hashable, Sendable {
        /// How many of the ids must be true.
        public let atLeast: Int
        /// How many may be true.
        public let atMost: Int
        /// The ids of findings, warning signs and derived facts.
        public let ids: [String]

        /// Whether the term holds for what is true.
        public func holds(where isTrue: (String) -> Bool) -> Bool {
            let count = ids.count(where: isTrue)
            return count >= atLeast && count <= atMost
        }

        /// Whether the term can still come to hold when what is not known yet becomes true or false.
        func mayHold(_ value: (String) -> Bool?) -> Bool {
            let values = ids.map(value)
            return values.count { $0 != false } >= atLeast && values.count { $0 == true } <= atMost
        }
    }

    /// Why a text is no expression.
    public struct SyntaxError: Error, Hashable, Sendable {
        /// What is wrong.
        public let reason: String
    }

    /// All of these must hold.
    public let terms: [Term]
    /// The text it was read from.
    public let description: String

    /// Reads an expression.
    public init(_ text: String) throws(SyntaxError) {
        var parser = Parser(text)
        terms = try parser.parseExpression()
        description = text
    }

    /// Every id that it names.
    public var ids: [String] { terms.flatMap(\.ids) }

    /// Whether all terms hold.
    public func holds(where isTrue: (String) -> Bool) -> Bool {
        terms.allSatisfy { $0.holds(where: isTrue) }
    }

    /// Whether it does not hold yet, but may when what is not known becomes known.
    public func isUndecided(_ value: (String) -> Bool?) -> Bool {
        !holds { value($0) == true } && terms.allSatisfy { $0.mayHold(value) }
    }
}

extension SignExpression {
    private struct Parser {
        private let tokens: [String]
        private var position = 0

        init(_ text: String) {
            var tokens: [String] = []
            var word = ""
            for character in text {
                if character.isLetter || character.isNumber || character == "_" || character == ":" {
                    word.append(character)
                    continue
                }
                if !word.isEmpty { tokens.append(word) }
                word = ""
                if !character.isWhitespace { tokens.append(String(character)) }
            }
            if !word.isEmpty { tokens.append(word) }
            self.tokens = tokens
        }

        mutating func parseExpression() throws(SyntaxError) -> [Term] {
            var terms = [try parseTerm()]
            while let token = next() {
                guard token == "&" else { throw SyntaxError(reason: "expected “&”, found “\(token)”") }
                terms.append(try parseTerm())
            }
            return terms
        }

        private mutating func parseTerm() throws(SyntaxError) -> Term {
            guard let token = next() else { throw SyntaxError(reason: "it ends where an id is expected") }
            if token == "(" {
                return Term(atLeast: 1, atMost: .max, ids: try parseIDs())
            }
            if token == "not" {
                try expect("(")
                return Term(atLeast: 0, atMost: 0, ids: try parseIDs())
            }
            if let count = Int(token) {
                try expect("of")
                try expect("(")
                let ids = try parseIDs()
                guard (1...ids.count).contains(count) else {
                    throw SyntaxError(reason: "\(count) of \(ids.count) cannot be asked for")
                }
                return Term(atLeast: count, atMost: .max, ids: ids)
            }
            return Term(atLeast: 1, atMost: .max, ids: [try id(token)])
        }

        private mutating func parseIDs() throws(SyntaxError) -> [String] {
            var ids: [String] = []
            while true {
                guard let token = next() else { throw SyntaxError(reason: "“)” is missing") }
                ids.append(try id(token))
                guard let mark = next() else { throw SyntaxError(reason: "“)” is missing") }
                if mark == ")" { return ids }
                guard mark == "|" else { throw SyntaxError(reason: "expected “|” or “)”, found “\(mark)”") }
            }
        }

        private mutating func expect(_ wanted: String) throws(SyntaxError) {
            let token = next()
            guard token == wanted else {
                throw SyntaxError(reason: "expected “\(wanted)”, found “\(token ?? "the end")”")
            }
        }

        private func id(_ token: String) throws(SyntaxError) -> String {
            guard token.first?.isLetter == true else { throw SyntaxError(reason: "“\(token)” is not an id") }
            return token
        }

        private mutating func next() -> String? {
            guard position < tokens.count else { return nil }
            defer { position += 1 }
            return tokens[position]
        }
    }
}
