import HTTPTypes
import Unknot

extension Refusal {
    /// A request that changes something and that no page of ours caused.
    static let otherSite = Refusal(
        .forbidden,
        IntakeProblem(
            path: "", message: "Another site tried to change something here. Nothing was changed.",
            allowed: "forms of our own pages; programs use /api"))

    /// A request for a name that is not ours.
    static let otherHost = Refusal(
        .misdirectedRequest,
        IntakeProblem(
            path: "", message: "This server does not go by the name that was asked for.",
            allowed: "127.0.0.1, [::1], localhost, or the name given with --public-url"))

    /// A form without the token of the session.
    static let oldForm = Refusal(
        .forbidden,
        IntakeProblem(
            path: "", message: "This form is too old, or it was opened before you signed in. Nothing was changed.",
            allowed: "go back, load the page again, and send it once more"))

    /// A record of somebody who shares less than that.
    static let notShared = Refusal(
        .forbidden,
        IntakeProblem(
            path: "", message: "This person has not shared that with you.",
            allowed: "what the link says that you took; ask the person for another link if you need more"))

    /// For programs: somebody has to be signed in.
    static let signInFirst = Refusal(
        .unauthorized,
        IntakeProblem(path: "", message: "Nobody is signed in.", allowed: "the cookie of a session"))
}
