import Foundation
import UnknotAccounts
import UnknotJournal
import UnknotRecord

extension CLIText {
    /// Sentences about accounts.
    enum Accounts {
        static let none = "There are no accounts. `unknot accounts add NAME` makes one.\n"
        static func line(_ account: Account) -> String {
            let date = Date(timeIntervalSince1970: Double(account.createdAt.milliseconds) / 1000)
            let since = date.formatted(.iso8601.year().month().day())
            return
                "\(account.name)  \(account.role.rawValue)  since \(since)\(account.closedAt == nil ? "" : "  closed")"
        }
        static func code(_ code: String, for name: AccountName, minutes: Int) -> String {
            """
            \(code)
            With this code “\(name)” chooses a password at /account/reset. It works once, for \(minutes) minutes. Whoever \
            has it has the account.

            """
        }
        static func closed(_ name: AccountName) -> String {
            "“\(name)” is signed out everywhere and cannot sign in. `unknot accounts open \(name)` undoes it.\n"
        }
        static func opened(_ name: AccountName) -> String { "“\(name)” can sign in.\n" }
        static func wouldDelete(_ name: AccountName, records: Int) -> String {
            "This would remove “\(name)” and \(records) \(records == 1 ? "record" : "records") for good. Add --yes to do it.\n"
        }
        static func deleted(_ name: AccountName, records: Int) -> String {
            "“\(name)” is removed, and with it \(records) \(records == 1 ? "record" : "records").\n"
        }
        static func problem(_ problem: AccountProblem) -> String {
            switch problem {
            case .noSuchAccount: "Nobody has this name. `unknot accounts list` shows all.\n"
            case .nameTaken: "Another account has this name. Choose another.\n"
            case .badName: "A name has 3 to 60 of the letters a to z, digits and . _ - @ +\n"
            default: "This cannot be done with the account.\n"
            }
        }
    }
}
