import ArgumentParser
import Foundation
import Unknot
import UnknotAccounts
import UnknotJournal

/// Whether a server has accounts, and how they behave.
struct AccountFlags: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: "Let people make accounts and sign in; only then other machines may reach the server.")
    var accounts: Bool?

    @Option(help: "Who may make accounts: open (everybody) or closed (only `unknot accounts add`).")
    var registration: String?

    @Option(
        help: ArgumentHelp(
            "Where browsers reach the server through a proxy that does TLS: https://NAME.", valueName: "URL"))
    var publicURL: String?

    /// What was said on the command line.
    var settings: [SettingKey: String?] {
        [.accounts: accounts.map { "\($0)" }, .registration: registration, .publicURL: publicURL]
    }

    /// How accounts behave; nil when there are to be none.
    static func accountSettings(_ settings: SettingsReader) throws(IntakeProblem) -> AccountSettings? {
        let registration = try settings.named(.registration)
        guard [nil, "open", "closed"].contains(registration?.text) else {
            throw IntakeProblem(
                path: registration?.source ?? "", message: CLIText.Settings.malformed,
                allowed: CLIText.Settings.registrations)
        }
        guard try settings.flag(.accounts) ?? false else { return nil }
        return AccountSettings(registrationIsOpen: registration?.text != "closed")
    }
}

/// Opens accounts for the server and for the operator.
enum AccountDesk {
    /// The accounts in a store.
    static func open(
        _ store: any JournalStore & AccountStore, _ settings: AccountSettings = AccountSettings()
    ) -> Accounts {
        Accounts(store, journal: store, settings: settings) {
            Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        }
    }
}

/// Where the accounts are kept, for the operator's commands.
struct AccountOptions: ParsableArguments {
    @OptionGroup var place: StoreOptions

    /// Does something with the accounts; what goes wrong is told, and ends the program with the status that belongs to it.
    func run(_ work: (Accounts) async throws -> Void) async throws {
        do {
            let settings = try await place.settings()
            let store = try StoreAddress(settings, dataFolder: StoreOptions.dataFolder(settings))
            try await store.using { journal in try await work(AccountDesk.open(journal)) }
        } catch let problem as AccountProblem {
            OutputStream.complain(CLIText.Accounts.problem(problem))
            throw ExitCode(ExitStatus.badInput)
        } catch {
            throw try JournalTrouble.report(error, isJSON: false)
        }
    }
}
