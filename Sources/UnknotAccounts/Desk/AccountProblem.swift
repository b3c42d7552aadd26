import UnknotJournal

/// Why something with an account was not done.
public enum AccountProblem: Error, Hashable, Sendable {
    /// The name is not one that ``AccountName`` takes.
    case badName
    /// Another account has the name.
    case nameTaken
    /// The password is not taken.
    case badPassword(PasswordProblem)
    /// Name and password do not belong together; never says which of them is wrong, or whether the account is closed.
    case wrongPassword
    /// Too many tries; come again after this many seconds.
    case tooManyTries(seconds: Int)
    /// Too many people sign in just now.
    case tooBusy
    /// New accounts are made by the operator only.
    case registrationClosed
    /// The code is not the account's, was used, or has run out.
    case wrongCode
    /// The link was taken back, has ended, was taken by somebody else, or never was.
    case linkNotUsable
    /// The link leads to a record that the account keeps itself.
    case ownLink
    /// No account has the name.
    case noSuchAccount
}
