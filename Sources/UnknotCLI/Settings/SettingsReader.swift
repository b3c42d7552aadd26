import Configuration
import Foundation
import Unknot

/// Reads settings: a flag goes before the environment, the environment before the file, and the file before what holds
/// without any.
struct SettingsReader: Sendable {
    /// One place that settings come from.
    private struct Source: Sendable {
        let provider: any ConfigProvider
        /// How this place calls a key, for messages.
        let name: @Sendable (SettingKey) -> String
    }

    private let sources: [Source]

    /// Looks at all places and refuses what is not known there.
    ///
    /// - Parameters:
    ///   - flags: What was given on the command line.
    ///   - file: The file that was named; the usual one is read when there is one.
    init(
        flags: [SettingKey: String], file: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws {
        try Self.checkVariables(environment)
        let given = flags.map { key, value in
            (AbsoluteConfigKey(key.words), Self.value(value, key.form))
        }
        sources =
            [
                Source(
                    provider: InMemoryProvider(
                        name: "flags", values: Dictionary(given, uniquingKeysWith: { first, _ in first })),
                    name: { $0.option }),
                Source(
                    provider: EnvironmentVariablesProvider(
                        environmentVariables: environment.filter { $0.key.hasPrefix("UNKNOT_") && !$0.value.isEmpty }
                    ).prefixKeys(with: "unknot"),
                    name: { $0.variable }),
            ] + (try await Self.file(file, environment))
    }

    /// The value of a key, from the first place that has one.
    func text(_ key: SettingKey) throws(IntakeProblem) -> String? {
        try first(key, .string) { if case .string(let text) = $0 { text } else { nil } }
    }

    /// The text of a key together with the name of the place that says it.
    func named(_ key: SettingKey) throws(IntakeProblem) -> (text: String, source: String)? {
        guard let text = try text(key), let weight = weight(of: key) else { return nil }
        return (text, sources[weight].name(key))
    }

    /// How near the first place is that has a value: 0 for the command line. Nil when no place has one.
    func weight(of key: SettingKey) -> Int? {
        sources.firstIndex { source in
            (try? source.provider.value(forKey: AbsoluteConfigKey(key.words), type: .string).value) != nil
        }
    }

    /// The value of a key that is a whole number.
    func number(_ key: SettingKey) throws(IntakeProblem) -> Int? {
        try first(key, .int) { content in
            guard case .int(let number) = content, case .number(let range) = key.form, range.contains(number) else {
                return nil
            }
            return number
        }
    }

    /// The value of a key that is on or off.
    func flag(_ key: SettingKey) throws(IntakeProblem) -> Bool? {
        try first(key, .bool) { if case .bool(let flag) = $0 { flag } else { nil } }
    }

    private func first<Value>(
        _ key: SettingKey, _ type: ConfigType, _ read: (ConfigContent) -> Value?
    ) throws(IntakeProblem) -> Value? {
        for source in sources {
            let found: ConfigValue?
            do {
                found = try source.provider.value(forKey: AbsoluteConfigKey(key.words), type: type).value
            } catch {
                throw Self.malformed(source.name(key), key)
            }
            guard let found else { continue }
            guard let value = read(found.content) else { throw Self.malformed(source.name(key), key) }
            return value
        }
        return nil
    }

    /// A flag's text is read like a variable's; what cannot be read is found when it is asked for.
    private static func value(_ text: String, _ form: SettingKey.Form) -> ConfigValue {
        switch form {
        case .text: ConfigValue(.string(text), isSecret: false)
        case .number: ConfigValue(Int(text).map { .int($0) } ?? .string(text), isSecret: false)
        case .flag: ConfigValue(Bool(text).map { .bool($0) } ?? .string(text), isSecret: false)
        }
    }

    private static func malformed(_ name: String, _ key: SettingKey) -> IntakeProblem {
        // The value itself is not repeated: an address may hold a password.
        IntakeProblem(path: name, message: CLIText.Settings.malformed, allowed: CLIText.Settings.allowed(key.form))
    }

    /// The environment belongs to all programs, so only what looks like a slip of the pen is refused.
    private static func checkVariables(_ environment: [String: String]) throws(IntakeProblem) {
        let known = SettingKey.allCases.map(\.variable)
        for name in environment.keys.sorted() where name.hasPrefix("UNKNOT_") && !known.contains(name) {
            guard let meant = known.first(where: { Misspelling.isLikely(name, of: $0) }) else { continue }
            throw IntakeProblem(
                path: name, message: CLIText.Settings.unknown, allowed: CLIText.Settings.meant(meant, known))
        }
    }

    private static func file(_ named: String?, _ environment: [String: String]) async throws -> [Source] {
        let usual = ConfigFolder.usual(environment) + "/config.json"
        let path = named ?? usual
        guard named != nil || FileManager.default.fileExists(atPath: path) else { return [] }
        let bytes: [UInt8]
        do {
            bytes = try IntakeInput.file(path).wholeDocument()
        } catch {
            throw IntakeProblem(path: "--config", message: error.message, allowed: CLIText.Settings.file(named: path))
        }
        try checkKeys(of: bytes, path)
        let location = ConfigReader(
            provider: InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)]))
        do {
            return [
                Source(provider: try await FileProvider<JSONSnapshot>(config: location)) { key in
                    "\(path): \(key.rawValue)"
                }
            ]
        } catch {
            throw IntakeProblem(path: path, message: CLIText.Settings.notJSON, allowed: CLIText.Settings.keys)
        }
    }

    private static func checkKeys(of bytes: [UInt8], _ path: String) throws(IntakeProblem) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw IntakeProblem(path: path, message: CLIText.Settings.notJSON, allowed: CLIText.Settings.keys)
        }
        let known = SettingKey.allCases.map(\.rawValue)
        guard let stranger = leaves(of: object).filter({ !known.contains($0) }).min() else { return }
        throw IntakeProblem(
            path: "\(path): \(stranger)", message: CLIText.Settings.unknown, allowed: CLIText.Settings.keys)
    }

    private static func leaves(of object: [String: Any]) -> [String] {
        object.flatMap { key, value in
            (value as? [String: Any]).map { leaves(of: $0).map { "\(key).\($0)" } } ?? [key]
        }
    }
}

/// Where settings are kept unless told otherwise.
enum ConfigFolder {
    /// The folder by the XDG rules, in which a relative path counts as not set.
    static func usual(_ environment: [String: String]) -> String {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return "\(base)/unknot" }
        return "\(environment["HOME"] ?? ".")/.config/unknot"
    }
}

/// Tells a slip of the pen from another name.
enum Misspelling {
    /// Whether two names differ by one or two letters that were added, left out, changed or swapped.
    static func isLikely(_ word: String, of known: String) -> Bool {
        let (word, known) = (Array(word.utf8), Array(known.utf8))
        guard word != known, abs(word.count - known.count) <= 2 else { return false }
        var row = Array(0...known.count)
        for (index, letter) in word.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in known.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[known.count] <= 2
    }
}
