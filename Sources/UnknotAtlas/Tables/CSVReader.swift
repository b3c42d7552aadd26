/// A strict reader of RFC 4180 tables with a header: every row has as many fields as the header, a quote stands only
/// around a whole field, and nothing is repaired or skipped.
struct CSVReader {
    /// One field and where it starts.
    struct Field: Sendable {
        var text: String
        var line: Int
        var column: Int
    }

    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0

    /// Splits a text into rows of fields, the header first.
    static func rows(of text: String, file: String) -> Result<[[Field]], AtlasError> {
        var reader = CSVReader(file: file, bytes: Array(text.utf8))
        do {
            return .success(try reader.readRows())
        } catch {
            return .failure(AtlasError(problems: [error]))
        }
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    private mutating func readRows() throws(TableProblem) -> [[Field]] {
        var rows: [[Field]] = []
        while position < bytes.count {
            rows.append(try readRow())
        }
        guard !rows.isEmpty else { throw problem("The file is empty; a header is needed.") }
        return rows
    }

    private mutating func readRow() throws(TableProblem) -> [Field] {
        var fields: [Field] = []
        while true {
            fields.append(try readField())
            guard position < bytes.count else { return fields }
            switch bytes[position] {
            case UInt8(ascii: ","):
                position += 1
            case UInt8(ascii: "\n"):
                endLine()
                return fields
            case UInt8(ascii: "\r") where position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n"):
                position += 1
                endLine()
                return fields
            default:
                throw problem("Unexpected text after a closing quote.")
            }
        }
    }

    private mutating func readField() throws(TableProblem) -> Field {
        let (startLine, startColumn) = (line, column)
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            let text = try readQuoted(startLine: startLine, startColumn: startColumn)
            return Field(text: text, line: startLine, column: startColumn)
        }
        let start = position
        scan: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: ","), UInt8(ascii: "\n"): break scan
            case UInt8(ascii: "\r"):
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") else {
                    throw problem("A carriage return without a line feed.")
                }
                break scan
            case UInt8(ascii: "\""): throw problem("A quote inside a field that does not start with one.")
            case 0: throw problem("A NUL character.")
            default: position += 1
            }
        }
        return Field(text: text(start..<position), line: startLine, column: startColumn)
    }

    private mutating func readQuoted(startLine: Int, startColumn: Int) throws(TableProblem) -> String {
        position += 1
        var start = position
        var result = ""
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                result += text(start..<position)
                position += 1
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return result }
                start = position
                position += 1
            case UInt8(ascii: "\n"):
                endLine()
            case 0:
                throw problem("A NUL character.")
            default:
                position += 1
            }
        }
        throw TableProblem(
            file: file, line: startLine, column: startColumn, reason: "This quoted field is never closed.")
    }

    private mutating func endLine() {
        position += 1
        line += 1
        lineStart = position
    }

    /// Characters, not bytes, from the start of the line.
    private var column: Int { text(lineStart..<position).unicodeScalars.count + 1 }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private func problem(_ reason: String) -> TableProblem {
        TableProblem(file: file, line: line, column: column, reason: reason)
    }
}
