import Foundation

/// Writes one Swift file that holds the given text files as string literals.
///
/// Usage: `EmbedFilesTool OUTPUT FILE…`. Plain literals compile in linear time, which the
/// package manager's own `embedInCode` (an array literal of bytes) does not.
@main
struct EmbedFilesTool {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            throw EmbeddingFailure.usage
        }
        var source =
            "/// Files embedded by the build, by name.\nenum EmbeddedFiles {\n    static let all: [String: String] = [\n"
        let paths = arguments.dropFirst()
        if paths.isEmpty { source += "        :\n" }
        for path in paths {
            let file = URL(filePath: path)
            guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
                throw EmbeddingFailure.notText(path)
            }
            source += "        \"\(file.lastPathComponent)\": \(literal(for: text)),\n"
        }
        source += "    ]\n}\n"
        try Data(source.utf8).write(to: URL(filePath: output))
    }

    /// A raw multi-line literal with enough number signs that nothing in the text can end it.
    private static func literal(for text: String) -> String {
        var signs = "#"
        while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
        return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
    }
}

/// Why a file could not be embedded.
enum EmbeddingFailure: Error {
    case usage
    case notText(String)
}
