import ArgumentParser
import UnknotAccounts
import UnknotJournal

/// `unknot accounts`
struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Accounts of a server, for whoever runs it.",
        discussion: """
            Examples:
              unknot accounts list
              unknot accounts add ada
              unknot accounts reset ada

            `add` and `reset` print a code; with it the person chooses a password at /account/reset.
            """,
        subcommands: [List.self, Add.self, Reset.self, Close.self, Open.self, Delete.self],
        defaultSubcommand: List.self
    )
}

extension AccountsCommand {
    /// `unknot accounts list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all accounts, oldest first.")

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                let all = try await accounts.store.accounts()
                let lines = all.map { CLIText.Accounts.line($0) + "\n" }.joined()
                OutputStream.write(all.isEmpty ? CLIText.Accounts.none : lines)
            }
        }
    }

    /// `unknot accounts add`
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account, and print the code with which its owner chooses a password.")

        @Argument(help: "The name for signing in.")
        var name: String

        /// What it is for, as ``AccountRole``, whose names these are.
        enum Role: String, CaseIterable, ExpressibleByArgument {
            case person, helper, therapist

            var role: AccountRole {
                switch self {
                case .person: .person
                case .helper: .helper
                case .therapist: .therapist
                }
            }
        }

        @Option(help: "person (keeps a record), helper or therapist.")
        var role = Role.person

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                // Nobody knows this password; the owner chooses theirs by the code.
                var random = SystemRandomNumberGenerator()
                let password = "\(ResetCode(using: &random))\(ResetCode(using: &random))"
                let account = try await accounts.add(name, password: password, role: role.role)
                try await AccountsCommand.printCode(accounts, account)
            }
        }
    }

    /// `unknot accounts reset`
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a code with which somebody who forgot their password chooses another.")

        @Argument(help: "The name for signing in.")
        var name: String

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                try await AccountsCommand.printCode(accounts, accounts.account(named: name))
            }
        }
    }

    /// `unknot accounts close`
    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign an account out everywhere and let it sign in no more; its record stays.")

        @Argument(help: "The name for signing in.")
        var name: String

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                let account = try await accounts.account(named: name)
                try await accounts.setClosed(true, account)
                OutputStream.write(CLIText.Accounts.closed(account.name))
            }
        }
    }

    /// `unknot accounts open`
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Let a closed account sign in again.")

        @Argument(help: "The name for signing in.")
        var name: String

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                let account = try await accounts.account(named: name)
                try await accounts.setClosed(false, account)
                OutputStream.write(CLIText.Accounts.opened(account.name))
            }
        }
    }

    /// `unknot accounts delete`
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove an account and every record that it keeps. This cannot be undone.")

        @Argument(help: "The name for signing in.")
        var name: String

        @Flag(help: "Do it; without this it only says what would be removed.")
        var yes = false

        @OptionGroup var options: AccountOptions

        func run() async throws {
            try await options.run { accounts in
                let account = try await accounts.account(named: name)
                let persons = try await accounts.store.persons(ownedBy: account.id)
                guard yes else {
                    OutputStream.complain(CLIText.Accounts.wouldDelete(account.name, records: persons.count))
                    throw ExitCode(ExitStatus.badInput)
                }
                try await accounts.erase(account)
                OutputStream.write(CLIText.Accounts.deleted(account.name, records: persons.count))
            }
        }
    }

    private static func printCode(_ accounts: Accounts, _ account: Account) async throws {
        let (code, _) = try await accounts.makeResetCode(for: account.name.text)
        let minutes = accounts.settings.codeLifetime / 60_000
        OutputStream.write(CLIText.Accounts.code(code.description, for: account.name, minutes: Int(minutes)))
    }
}
