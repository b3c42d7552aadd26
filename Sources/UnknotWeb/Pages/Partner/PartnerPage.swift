import Unknot

/// The link for the partner.
struct PartnerLink: Hashable, Sendable {
    let address: String
    /// Whether another phone can open it.
    let isReachable: Bool
}

/// A word, what it means, and its button.
struct PartnerWordView: Sendable {
    let word: String
    let wordLabel: String
    let wordMeaning: String
    let isNow: Bool

    init(_ word: PartnerWord, isNow: Bool = false, texts: PageTexts) {
        self.word = word.rawValue
        wordLabel = texts("partner_word_\(word.rawValue)")
        wordMeaning = texts("partner_means_\(word.rawValue)")
        self.isNow = isNow
    }

    /// What the person says by feeling.
    static let felt: [PartnerWord] = [.more, .less, .good, .stop]
}

/// The page on the partner's phone. Without scripts it is a sheet to read.
struct PartnerPage: Sendable {
    let path: String
    let intro: String
    let steps: [PartnerStepView]
    let meanings: [PartnerWordView]
    let isStopped: Bool
    let isDone: Bool
    let present: Int

    init(_ room: PartnerRoom, _ state: PartnerState, path: String, kit: PageKit) {
        self.path = path
        let count = room.steps.count
        intro = kit.texts(count == 1 ? "partner_intro_one" : "partner_intro", ["count": "\(count)"])
        steps = room.steps.enumerated().map { PartnerStepView($1, number: $0 + 1, of: count, kit: kit) }
        meanings = PartnerWordView.felt.map { PartnerWordView($0, texts: kit.texts) }
        isStopped = state.stopped
        present = state.step
        isDone = state.step >= count
    }
}

/// The page of the person: the link for the partner, and what can be said to them.
struct PartnerHostPage: Sendable {
    /// One step in a list.
    struct Line: Sendable {
        let lineName: String
        let linePlace: String
        let lineIndex: Int
        let isPresent: Bool
    }

    let link: String
    let isReachable: Bool
    /// Whether the link is wanted: nobody listens yet.
    let isLinkOpen: Bool
    /// The link as a pattern that a phone reads, where it leads somewhere for a phone.
    let code: Code?
    let talk: PartnerTalk
    let lines: [Line]

    /// A QR code with the blank edge that it needs.
    struct Code: Sendable {
        let codeBox: String
        let codePath: String

        init?(_ text: String) {
            guard let code = QRCode(text) else { return nil }
            codeBox = "-4 -4 \(code.size + 8) \(code.size + 8)"
            codePath = code.path
        }
    }

    init(_ room: PartnerRoom, _ state: PartnerState, path: String, link: PartnerLink, kit: PageKit) {
        self.link = link.address.escapable
        isReachable = link.isReachable
        isLinkOpen = state.partner == 0
        code = link.isReachable ? Code(link.address) : nil
        talk = PartnerTalk(state, path: path, kit: kit)
        lines = room.steps.enumerated().map { index, step in
            Line(
                lineName: kit.engine.atlas.care.technique(step.technique)?.name ?? "",
                linePlace: kit.placeName(of: step.point, step.side) ?? "",
                lineIndex: index, isPresent: index == state.step)
        }
    }
}

/// The buttons that say something to the partner; also part of other pages, where a script fills it in.
struct PartnerTalk: Sendable {
    let talkPath: String
    let talkWords: [PartnerWordView]
    let resume: PartnerWordView
    let next: PartnerWordView
    let isStopped: Bool
    let isDone: Bool
    let talkStep: Int
    /// Whether somebody listens, in words.
    let heard: String
    let lastWord: String?

    init(_ state: PartnerState, path: String, kit: PageKit) {
        talkPath = path
        talkWords = PartnerWordView.felt.map {
            PartnerWordView($0, isNow: !state.stopped && state.word == $0, texts: kit.texts)
        }
        resume = PartnerWordView(.resume, texts: kit.texts)
        next = PartnerWordView(.next, texts: kit.texts)
        isStopped = state.stopped
        isDone = state.step >= state.steps
        talkStep = state.step
        heard = kit.texts(state.partner > 0 ? "partner_heard" : "partner_unheard")
        lastWord = state.word.map { kit.texts("partner_said_\($0.rawValue)") }
    }
}

/// A link that leads nowhere, or a plan in which nobody can help.
struct PartnerGonePage: Sendable {
    let goneHeading: String
    let goneText: String
}
