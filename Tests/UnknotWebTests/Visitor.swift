import HTTPTypes
import Testing

@testable import UnknotWeb

/// Somebody without scripts: fills in the forms of a page, presses its buttons, and gets the next page.
struct Visitor {
    /// One form of a page as a browser would send it.
    struct SentForm {
        var action: String
        var fields: [(name: String, value: String)]
        var buttons: [Button]
    }

    /// A button that sends.
    struct Button {
        let label: String
        let name: String?
        let value: String
        let action: String?
    }

    private(set) var page: Answer
    /// The address of the page, after being posted on.
    private(set) var path: String

    /// Sends a form to begin with.
    init(_ path: String, _ form: String) async throws {
        self.path = path
        page = try await Site.post(path, form: form)
        try await follow(form)
    }

    /// The forms of the page.
    var forms: [SentForm] {
        page.text.matches(of: /(?s)<form ([^>]*)>(.*?)<\/form>/).map { match in
            let inputs = match.output.2.matches(of: /<input ([^>]*)>/).map { String($0.output.1) }
            let fields = inputs.compactMap { input -> (name: String, value: String)? in
                let kind = Self.attribute("type", input)
                let isSent =
                    kind == "hidden" || kind == "number" || input.hasSuffix(" checked") || input.contains(" checked ")
                guard isSent, let name = Self.attribute("name", input) else { return nil }
                return (name, Self.attribute("value", input) ?? "on")
            }
            let buttons = match.output.2.matches(of: /(?s)<button ([^>]*)>(.*?)<\/button>/).map { button in
                let attributes = String(button.output.1)
                return Button(
                    label: String(button.output.2).visibleText.trimmingPrefix(" ").description,
                    name: Self.attribute("name", attributes), value: Self.attribute("value", attributes) ?? "",
                    action: Self.attribute("formaction", attributes))
            }
            return SentForm(
                action: Self.attribute("action", String(match.output.1)) ?? "", fields: fields, buttons: buttons)
        }
    }

    /// Whether there is a button whose label begins like this.
    func offers(_ label: String) -> Bool {
        forms.contains { $0.buttons.contains { $0.label.hasPrefix(label) } }
    }

    /// Fills in some fields and presses the button whose label begins like this.
    mutating func press(_ label: String, with fields: [(String, String)] = []) async throws {
        let form = try #require(
            forms.first { $0.buttons.contains { $0.label.hasPrefix(label) } }, "no button “\(label)”")
        let button = try #require(form.buttons.first { $0.label.hasPrefix(label) })
        var sent = form.fields + fields.map { (name: $0.0, value: $0.1) }
        if let name = button.name { sent.append((name, button.value)) }
        let body = sent.map { "\(Site.encoded($0.name))=\(Site.encoded($0.value))" }.joined(separator: "&")
        path = button.action ?? form.action
        page = try await Site.post(path, form: body)
        try await follow(body)
    }

    /// The values of a field that is carried along.
    func carried(_ name: String) -> [String] {
        (forms.first?.fields ?? []).filter { $0.name == name }.map(\.value)
    }

    /// The main heading.
    var heading: String {
        page.text.firstMatch(of: /(?s)<h1[^>]*>(.*?)<\/h1>/).map {
            String($0.output.1).visibleText.trimmingPrefix(" ").description
        } ?? ""
    }

    private mutating func follow(_ body: String) async throws {
        guard page.status == .temporaryRedirect else { return }
        path = try #require(page.headers[.location])
        page = try await Site.post(path, form: body)
    }

    private static func attribute(_ name: String, _ tag: String) -> String? {
        let escapes = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
        guard let start = (" " + tag).firstRange(of: " \(name)=\"") else { return nil }
        let value = (" " + tag)[start.upperBound...].prefix { $0 != "\"" }
        return escapes.reduce(String(value)) { $0.replacing($1.key, with: $1.value) }
    }
}
