/// What can be set for `serve`, `journal` and `accounts`: by a flag, a variable of the environment, or a file.
enum SettingKey: String, CaseIterable, Sendable {
    case store
    case data
    case person
    case host
    case port
    case logRequests = "log.requests"
    case logFormat = "log.format"
    case accounts
    case registration
    case publicURL = "public.url"

    /// What a value must be.
    enum Form: Hashable, Sendable {
        case text
        case number(ClosedRange<Int>)
        case flag
    }

    /// What its values must be.
    var form: Form {
        switch self {
        case .store, .data, .person, .host, .logFormat, .registration, .publicURL: .text
        case .port: .number(0...65_535)
        case .logRequests, .accounts: .flag
        }
    }

    /// The option of the command line.
    var option: String { "--" + words.joined(separator: "-") }

    /// The variable of the environment.
    var variable: String { "UNKNOT_" + words.joined(separator: "_").uppercased() }

    /// The parts of its name: `log.requests` is `{"log": {"requests": …}}` in the file.
    var words: [String] { rawValue.split(separator: ".").map(String.init) }

    /// The keys of a file as a list with their variables, for `--help`.
    static func table(_ keys: [SettingKey]) -> String {
        func column(_ text: (SettingKey) -> String, _ key: SettingKey) -> String {
            let width = keys.map { text($0).count }.max() ?? 0
            return text(key) + String(repeating: " ", count: width - text(key).count + 2)
        }
        return keys.map { key in
            "  " + column(\.rawValue, key) + column(\.variable, key) + CLIText.Settings.help(key)
        }.joined(separator: "\n")
    }
}
