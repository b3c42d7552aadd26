import UnknotRecord

/// One table of the knowledge base while it is read: rows by column name, with their place in the file.
struct Table: Sendable {
    let file: String
    let rows: [Row]
    /// Lists inside a cell are joined by `;` in the atlas tables and by `|` elsewhere.
    let separator: Character

    /// One row; its readers note what is wrong and return a stand-in, so that all bad rows are reported together.
    struct Row: Sendable {
        let file: String
        let separator: Character
        fileprivate let columns: [String: Int]
        fileprivate let fields: [CSVReader.Field]
    }

    /// Checks the header and the length of every row.
    init(file: String, text: String, columns expected: [String], separator: Character, _ problems: inout [TableProblem])
    {
        self.file = file
        self.separator = separator
        switch CSVReader.rows(of: text, file: file) {
        case .failure(let error):
            problems += error.problems
            rows = []
        case .success(let lines):
            let header = lines[0].map(\.text)
            guard header == expected else {
                problems.append(
                    TableProblem(
                        file: file, line: 1, column: 1,
                        reason:
                            "The header is “\(header.joined(separator: ","))”, expected “\(expected.joined(separator: ","))”."
                    ))
                rows = []
                return
            }
            let columns = Dictionary(uniqueKeysWithValues: zip(expected, expected.indices))
            var rows: [Row] = []
            for fields in lines.dropFirst() {
                guard fields.count == expected.count else {
                    problems.append(
                        TableProblem(
                            file: file, line: fields[0].line, column: fields.last?.column ?? 1,
                            reason: "This row has \(fields.count) fields, the header has \(expected.count)."))
                    continue
                }
                rows.append(Row(file: file, separator: separator, columns: columns, fields: fields))
            }
            self.rows = rows
        }
    }

    /// Notes every row whose key was already used.
    func requireUnique(_ problems: inout [TableProblem], _ keyColumn: String, by key: (Row) -> String) {
        var first: [String: Int] = [:]
        for row in rows {
            if let line = first[key(row)] {
                problems.append(row.problem(keyColumn, "“\(key(row))” already stands in line \(line)."))
            } else {
                first[key(row)] = row.line
            }
        }
    }
}

extension Table.Row {
    /// The line on which the row starts.
    var line: Int { fields[0].line }

    /// The text of a column, which may be empty.
    func text(_ column: String) -> String {
        columns[column].map { fields[$0].text } ?? ""
    }

    /// A text that must not be empty.
    func required(_ column: String, _ problems: inout [TableProblem]) -> String {
        let text = text(column)
        if text.isEmpty { problems.append(problem(column, "“\(column)” is empty.")) }
        return text
    }

    /// An id: lower snake case.
    func id<Subject>(_ column: String, _ problems: inout [TableProblem]) -> Identifier<Subject> {
        let text = required(column, &problems)
        let isID = text.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        if !isID { problems.append(problem(column, "“\(text)” is not an id in lower snake case.")) }
        return Identifier(text)
    }

    /// A list of ids; may be empty.
    func ids<Subject>(_ column: String) -> [Identifier<Subject>] {
        list(column).map { Identifier($0) }
    }

    /// The parts of a cell.
    func list(_ column: String) -> [String] {
        text(column).split(separator: separator).map { part in
            var part = part
            while part.first?.isWhitespace == true { part.removeFirst() }
            while part.last?.isWhitespace == true { part.removeLast() }
            return String(part)
        }
    }

    /// A number in a range.
    func number(_ column: String, in range: ClosedRange<Double>, _ problems: inout [TableProblem]) -> Double {
        let text = text(column)
        guard let number = Double(text), range.contains(number) else {
            problems.append(
                problem(column, "“\(text)” is not a number from \(range.lowerBound) to \(range.upperBound)."))
            return range.lowerBound
        }
        return number
    }

    /// A number in a range, or nothing.
    func optionalNumber(
        _ column: String,
        in range: ClosedRange<Double>,
        _ problems: inout [TableProblem]
    ) -> Double? {
        text(column).isEmpty ? nil : number(column, in: range, &problems)
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ column: String,
        _ problems: inout [TableProblem]
    ) -> Choice? where Choice.RawValue == String {
        let text = text(column)
        if let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        problems.append(problem(column, "“\(text)” is not one of \(allowed)."))
        return nil
    }

    /// A problem at a column of this row.
    func problem(_ column: String, _ reason: String) -> TableProblem {
        let field = columns[column].map { fields[$0] } ?? fields[0]
        return TableProblem(file: file, line: field.line, column: field.column, reason: reason)
    }
}
