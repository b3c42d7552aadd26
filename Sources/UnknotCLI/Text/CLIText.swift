import Foundation
import UnknotEvaluation

/// Every sentence that the command line adds to those of the knowledge base, so that a language is one file.
enum CLIText {
    // MARK: The input

    static let waitingForInput =
        "Reading JSON from the keyboard; Ctrl-D ends it. (`unknot locate -i` asks questions instead.)\n"
    static let emptyInput = "There is nothing in it."
    static let oneObject = "one JSON object; --help of the command shows one"
    static let tooLarge = "It is too large."
    static func largest(_ bytes: Int) -> String { "at most \(bytes) bytes (\(bytes >> 20) MiB)" }
    static let standardInput = "standard input"
    static let wholeInput = "the input"
    static let readableFile = "a file that can be read, or - for standard input"
    static func fileMissing(_ name: String) -> String { "There is no file “\(name)”." }
    static func fileIsDirectory(_ name: String) -> String { "“\(name)” is a directory." }
    static func fileUnreadable(_ name: String, code: Int32) -> String {
        "“\(name)” cannot be read (system error \(code))."
    }
    static func problem(_ place: String, _ message: String) -> String { "Error in \(place): \(message)" }
    static func allowed(_ text: String) -> String { "Allowed: \(text)" }
    static func notTogether(_ first: String, _ second: String) -> String {
        "\(first) and \(second) do not go together."
    }
    static func needs(_ option: String, _ other: String) -> String { "\(option) works only with \(other)." }
    static func knowledgeBroken(_ problems: String) -> String { "The knowledge base cannot be used:\n\(problems)\n" }

    // MARK: The answer

    static let becauseTitle = "Because of:"
    static let knotsNotShown = "Likely knots are not shown: this comes first."
    static func fitsSource(_ name: String) -> String { "It could be \(name): a clinician should judge." }
    static let watched = "Not alarming alone, but tell a clinician if it stays or anything is added:"
    static func unsure(_ count: Int) -> String {
        "You were not sure about \(count) warning question\(count == 1 ? "" : "s"). "
            + "If any of them may be true, ask a clinician before you press anything."
    }
    static let verboseLists = "(--verbose lists them.)"
    static let musclesTitle = "LIKELY MUSCLES"
    static let nothingStandsOut = "No muscle stands out yet. More answers or a press may change that."
    static func moreLikely(_ name: String, _ percent: String) -> String {
        "More likely than any single muscle: \(name), \(percent); see below."
    }
    static let knotsTitle = "THE KNOTS IN THEM"
    static let lessLikelyTitle = "Less likely"
    static func rank(_ number: Int) -> String { number < 10 ? " \(number)  " : "\(number)  " }
    static func sided(_ name: String, _ side: String) -> String {
        "\(capitalised(name)) (\(side))"
    }
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    static func sideColumn(_ side: String) -> String {
        side + String(repeating: " ", count: max(1, 7 - side.count))
    }
    static func anatomical(_ name: String) -> String { name.isEmpty ? "" : " · \(name)" }
    static func anatomicalPoint(muscle: String, point: String) -> String { "\(muscle) · \(point)" }
    static func state(_ state: String) -> String { " · \(state)" }
    static let findLabel = "Find it"
    static let explainsLabel = "Explains"
    static let forLabel = "For"
    static let againstLabel = "Against"
    static let notForPressing = "Not for pressing yourself."
    static func share(_ place: String, _ share: String) -> String { "\(share) of \(place)" }
    static func list(_ items: [String]) -> String { items.joined(separator: "; ") }
    static func weight(_ logOdds: Double) -> String {
        let tenths = Int((abs(logOdds) * 10).rounded())
        return "  (\(logOdds < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10))"
    }
    static func marked(_ places: String) -> String { "You marked \(places)." }
    static func markedElsewhere(_ places: String) -> String { "You marked \(places), which fits other spots better." }
    static func blank(_ places: String) -> String { "No pain marked where this spot often hurts: \(places)." }
    static func movements(_ effect: String, _ names: String) -> String {
        switch effect {
        case "worse": "It hurts more with \(names)."
        case "better": "It eases with \(names)."
        case "restricted": "You cannot fully do: \(names)."
        case "no_effect": "Nothing changes with \(names), though it usually does."
        default: "What you said about \(names) fits other muscles better."
        }
    }
    static func listWithMore(_ items: [String], more: Int) -> String {
        items.joined(separator: "; ") + (more > 0 ? " and \(more) more" : "")
    }
    static let unexplainedTitle = "WHAT STAYS UNEXPLAINED"
    static let unexplained = "Neither a knot nor anything else that we know of accounts well for:"
    static let alternativesTitle = "WHAT ELSE IT COULD BE"
    static let nextTitle = "NEXT"
    static let nothingMoreToAsk = "Nothing more is worth asking."
    static let nothingMoreButPress = "Nothing more is worth asking. Pressing the first spot would tell most."
    static let goodToKnowTitle = "GOOD TO KNOW"
    static func knowledge(_ version: String) -> String { "Knowledge base \(version)" }
    static let bounded = " · so much was marked that the numbers are bounds, not exact"

    // MARK: The interview

    static let welcome =
        "Let us find out which knots may be behind your pain. It takes about five minutes, and nothing leaves this "
        + "machine."
    static let commands = "b goes back · q stops and shows what is known so far · ? means “I do not know”"
    static let whereTitle = "Where does it hurt?"
    static let whereElseTitle = "Does it hurt anywhere else?"
    static let whereHint = "Type words (for example: buttock left), or the number of a part of the body."
    static let whereDone = "Press Enter when everything that hurts is marked."
    static let marked = "Marked so far:"
    static func zone(_ zone: String) -> String {
        switch zone {
        case "low_back": "Low back"
        case "pelvis": "Buttock, hip, pelvis"
        case "mid_back": "Mid back"
        case "upper_back": "Upper back"
        case "shoulder": "Shoulder, shoulder blade"
        case "neck": "Neck"
        case "head": "Head, face"
        case "chest": "Chest"
        case "abdomen": "Belly"
        case "arm": "Arm, hand"
        case "leg": "Leg, foot"
        default: capitalised(zone.replacing("_", with: " "))
        }
    }
    static let regionsTitle = "Which of these?"
    static let regionsHint = "Number and side, for example: 2 left, or 1 3 both. Other words search again; Enter: none."
    static func regionsHint(_ side: String) -> String {
        "One or more numbers (\(side), as you said). Other words search again; Enter: none of these."
    }
    static let middle = "middle"
    static func sideTitle(_ names: String) -> String { "\(names): on which side?" }
    static let sideHint = "left, right or both"
    static func strengthTitle(_ places: String) -> String { "\(places): does it hurt most there, or also?" }
    static let strengthHint = "1 most · 2 also"
    static let strengthMost = "hurts most"
    static let strengthAlso = "hurts also"
    static let ageTitle = "How old are you?"
    static let ageHint = "Years; Enter to leave it out."
    static let sexTitle = "Your sex?"
    static let sexHint = "1 female · 2 male · 3 other; Enter to leave it out."
    static let warningsWhy = "each can mean something that no knot explains and that somebody should look at."
    static let warningsHint =
        "The numbers of those that are true (2? if you are not sure, e 2 to explain 2), or n for none of these."
    static func atMostMore(_ count: Int) -> String {
        count == 1 ? "This is the last of this part." : "This and at most \(count - 1) more in this part."
    }
    static let questionHint = "y yes · n no · ? don’t know"
    static let movementHint = "1 worse · 2 better · 3 I cannot do it fully · 4 changes nothing · ? don’t know"
    static func why(_ text: String) -> String { "Why: \(text)" }
    static func pressTitle(_ name: String) -> String { "Press: \(name)" }
    static func pressHere(_ place: String, _ landmarks: String) -> String {
        "Press slowly and hold for 5 to 10 seconds: \(place). \(landmarks)"
    }
    static func pressWith(_ tools: [String]) -> String { "With: \(tools.joined(separator: ", "))." }
    static func tool(_ tool: String) -> String {
        switch tool {
        case "fingers": "your fingers"
        case "ball": "a ball against wall or floor"
        case "roller": "a roller"
        case "partner": "somebody else’s hands"
        default: tool
        }
    }
    static let pressHint = "How tender is it, from 0 (nothing) to 10 (unbearable)? ? if you cannot or would rather not."
    static let familiarTitle = "Did pressing it bring on your own, usual pain?"
    static let spreadTitle = "Did the pain spread from there?"
    static let spreadHint = "The numbers of the areas; Enter if it did not."
    static func soFar(_ name: String, _ percent: String) -> String { "So far most likely: \(name), \(percent)." }
    static let prompt = "> "
    static let nothingMarkedAtEnd = "Nothing was marked, so there is nothing to tell."
    static let nothingMarked = "Nothing is marked yet. Mark at least one place, or type q to stop."
    static let nothingToUndo = "This is the first question: there is nothing to go back to."
    static func nothingFound(_ words: String) -> String {
        "No part of the body is called “\(words)”. Try other words, such as: low back, shoulder blade, groin."
    }
    static func notAChoice(_ word: String) -> String { "“\(word)” is not a number of the list." }
    static func unclear(_ word: String) -> String {
        word.isEmpty ? "Please type one of the replies above." : "“\(word)” is not one of the replies above."
    }
    static func saved(_ path: String) -> String { "Your answers are in \(path)." }
    static func cannotSave(_ path: String, _ reason: String) -> String { "Cannot write \(path): \(reason)" }
    static let noSuchFolder = "there is no such folder."
    static let noSuchFolderToWrite = "there is no such folder, or it may not be written"
    static let isFolder = "it is a folder."
    static let isNoFile = "it is a device or a pipe; - writes to standard output."
    static func outputFailed(_ reason: String) -> String {
        "Standard output cannot be written: \(reason). What was printed so far is not whole.\n"
    }

    // MARK: The atlas

    static func words(_ id: String) -> String { id.replacing("_", with: " ") }
    static func count(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
    static func found(_ kind: String, _ name: String) -> String { "\(kind) · \(name)" }
    static func statusWords(_ status: String) -> String {
        switch status {
        case "verified": "read in its source"
        case "from_memory": "source not seen"
        case "estimate": "our estimate"
        default: status
        }
    }
    static func referralSide(_ side: String) -> String? {
        switch side {
        case "opposite": "other side"
        case "both": "both sides"
        default: nil
        }
    }
    static func unknownID(_ id: String) -> String { "Nothing in the atlas has the id “\(id)”." }
    static func unknownPoint(_ id: String, _ near: [String]) -> String {
        let hint = near.isEmpty ? "" : "Did you mean \(near.joined(separator: ", "))?\n"
        return "No trigger point has the id “\(id)”.\n\(hint)`unknot atlas points` lists them.\n"
    }
    static func knownID(_ near: [String]) -> String {
        near.isEmpty ? "an id of the atlas" : "an id of the atlas, for example \(near.joined(separator: ", "))"
    }
    static func unknownID(_ id: String, _ near: [String]) -> String {
        let hint = near.isEmpty ? "" : "Did you mean \(near.joined(separator: ", "))?\n"
        return "\(unknownID(id))\n\(hint)`unknot atlas search WORDS` finds by plain words.\n"
    }

    // MARK: The server

    static func listening(_ address: String, data: String) -> String {
        "Unknot is at \(address) (data in \(data)). Ctrl-C stops it.\n"
    }
    static func cannotServe(_ reason: String) -> String { "Cannot serve: \(reason)\n" }
}

// MARK: - Evaluating

extension CLIText {
    static let evaluateNeedsInput =
        "Name at least one file of cases, --calibration with a number of people, --fair-tests or --forecasts."
    static let seedsRange = "--seeds takes 0 to 1000."
    static let peopleRange = "--calibration takes 1 to 1000000 people."
    static let evaluatingCases = "Pressing what the locator asks for"
    static let simulatingPeople = "Simulating people"

    /// The reliability of the leading muscle's probability in a world that differs from the model.
    static func calibration(_ result: Calibration, seed: UInt64) -> String {
        let error = String(format: "%.3f", result.expectedError)
        let brier = String(format: "%.3f", result.brierScore)
        let title =
            "Calibration of the leading muscle on \(result.count) simulated people (seed \(seed)) whose link strengths "
            + "differ by up to 0.15 from the model's,\nwhose leaks are half or double, who draw one region in three "
            + "one off, and of whose answers a third is missing."
        return ([title, "  expected calibration error \(error), Brier score \(brier)"] + result.tableLines)
            .joined(separator: "\n")
    }
}
