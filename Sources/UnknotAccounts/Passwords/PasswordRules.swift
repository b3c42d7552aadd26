import Foundation
public import UnknotJournal

/// Why a password is not taken.
public enum PasswordProblem: Error, Hashable, Sendable {
    /// Shorter than ``PasswordRules/lengths`` says.
    case tooShort
    /// Longer than ``PasswordRules/lengths`` says.
    case tooLong
    /// It is the name, or the name with little around it.
    case isTheName
    /// It is one of those that are tried first.
    case isCommon
}

/// What a password must be. Length counts, not kinds of characters (NIST SP 800-63B, section 5.1.1.2).
public enum PasswordRules {
    /// How long, in characters.
    public static let lengths = 10...200

    /// Throws when a password is not taken for an account.
    public static func check(_ password: String, for name: AccountName) throws(PasswordProblem) {
        guard password.count >= lengths.lowerBound else { throw .tooShort }
        // Scalars count too: one character can be made of any number of them.
        guard password.count <= lengths.upperBound, password.unicodeScalars.count <= 4 * lengths.upperBound else {
            throw .tooLong
        }
        let bare = bareText(password)
        let bareName = bareText(name.text)
        let local = bareText(String(name.text.prefix { $0 != "@" }))
        for part in [bareName, local] where part.count >= 3 && bare.count - part.count < 4 && bare.contains(part) {
            throw .isTheName
        }
        guard !isCommon(password, bare) else { throw .isCommon }
    }

    private static func isCommon(_ password: String, _ bare: String) -> Bool {
        let lower = password.lowercased()
        if Set(lower).count <= 3 { return true }
        if isRun(lower) || isRepeated(lower) { return true }
        // What is left without digits and signs around it: "Password123!" is "password".
        let core = String(bare.drop(while: \.isNumber).reversed().drop(while: \.isNumber).reversed())
        return CommonPasswords.whole.contains(bare) || CommonPasswords.words.contains(core)
    }

    /// Letters and digits in lower case.
    private static func bareText(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Neighbours on the keyboard or in the alphabet, in either direction.
    private static func isRun(_ text: String) -> Bool {
        let rows = [
            "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
        ]
        return rows.contains { $0.contains(text) || String($0.reversed()).contains(text) }
    }

    /// A short piece again and again, such as "abcabcabcabc".
    private static func isRepeated(_ text: String) -> Bool {
        let letters = Array(text)
        return (1...4).contains { period in
            letters.count >= 2 * period
                && letters.indices.dropFirst(period).allSatisfy { letters[$0] == letters[$0 - period] }
        }
    }
}
