extension CLIText {
    /// Sentences about settings.
    enum Settings {
        static let title = "Settings, by flag, environment or file (in this order):"
        static let file = """
            The file is JSON, {"port": 9000, "log": {"requests": true}}; without --config it is unknot/config.json in \
            $XDG_CONFIG_HOME or ~/.config, when it is there.
            """
        static func file(named path: String) -> String { "a file with settings as JSON that can be read (now \(path))" }
        static func help(_ key: SettingKey) -> String {
            switch key {
            case .store: "sqlite:PATH or postgres://…"
            case .data: "folder; DIR/unknot.sqlite"
            case .person: "name or id; the only one"
            case .host: "address; 127.0.0.1"
            case .port: "0 to 65535; 8080"
            case .logRequests: "true or false; false"
            case .logFormat: "text or json; text"
            case .accounts: "people sign in: true or false; false"
            case .registration: "who makes accounts: open or closed; open"
            case .publicURL: "https://NAME of the proxy in front"
            }
        }
        static let malformed = "This value cannot be used."
        static func allowed(_ form: SettingKey.Form) -> String {
            switch form {
            case .text: "a text"
            case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .flag: "true or false"
            }
        }
        static let unknown = "There is no such setting."
        static let notJSON = "This is not one JSON object."
        static var keys: String { SettingKey.allCases.map(\.rawValue).joined(separator: ", ") }
        static func meant(_ name: String, _ known: [String]) -> String {
            "\(known.joined(separator: ", ")). Did you mean \(name)?"
        }
        static let registrations = "open or closed"
        static let logFormats = "text or json"
        static let storeForms = "sqlite:PATH or postgres://USER@HOST/DATABASE"
    }
}
