extension CLIText {
    /// Labels of atlas cards.
    enum Atlas {
        static let zone = "Part of body"
        static let depth = "Depth"
        static let palpable = "Can be felt"
        static let caution = "Caution"
        static let points = "Points"
        static let essential = "Hurts at"
        static let spillover = "At times also"
        static let causes = "Started by"
        static let associated = "Goes with"
        static let baseRate = "In clinics"
        static let prior = "Before asking"
        static let sourcePrior = "Before asking"
        static let priorStatus = "Its status"
        static let priorNote = "Why so"
        static let actions = "What it does"
        static let origin = "Origin"
        static let insertion = "Insertion"
        static let innervation = "Nerves"
        static let notes = "To know"
        static let sources = "Sources"
        static let muscle = "Muscle"
        static let landmarks = "Find it"
        static let surface = "Skin over it"
        static let access = "Press with"
        static let place = "Where"
        static let view = "Seen from"
        static let sides = "Sides"
        static let otherSources = "Other sources"
        static let neighbours = "Beside it"
        static let category = "Kind"
        static let modifiable = "Can change"
        static let affects = "Affects"
        static let everyMuscle = "every muscle"
        static let urgency = "Urgency"
        static let advice = "What to do"
        static let askedFor = "For pain in"
        static let anywhere = "any part of the body"
        static let combination = "Follows from"
        static let sameAs = "Asks the same"
        static let positiveRatio = "Odds after yes"
        static let negativeRatio = "Odds after no"
        static let afterYes = "Chance if yes"
        static let status = "Status"
        static let reason = "Why asked"
        static let setsFlags = "Warns of"
        static let bearsOn = "Bears on"
        static let seeClinicianAbove = "Clinician above"
        static let whereItHurts = "Hurts at"
        static let findings = "Told by"
        static let address = "Address"
        static let seen = "What was read"

        static func effect(_ effect: String) -> String {
            switch effect {
            case "worse": "Worse with"
            case "better": "Eased by"
            case "restricted": "Limits"
            case "no_effect": "Unchanged by"
            default: CLIText.words(effect)
            }
        }

        static func musclesWith(_ effect: String) -> String {
            switch effect {
            case "worse": "Worse for"
            case "better": "Eases"
            case "restricted": "Limited by"
            case "no_effect": "No matter to"
            default: CLIText.words(effect)
            }
        }

        static func hurtsHere(_ zone: String) -> String {
            zone == "essential" ? "Pain from" : "At times also"
        }

        static func association(_ kind: String, isFirst: Bool) -> String {
            switch kind {
            case "satellite": isFirst ? "may get a knot from this one" : "may start a knot in this one"
            case "functional_unit": "works with it"
            case "antagonist": "works against it"
            default: CLIText.words(kind)
            }
        }

        static func rate(_ percent: String, _ source: String, _ status: String) -> String {
            "\(percent) had an active point there (\(source), \(CLIText.statusWords(status))); clinics differ"
        }

        static func prior(
            _ percent: String,
            _ low: String,
            _ high: String,
            _ source: String,
            _ status: String
        ) -> String {
            "\(percent), may be \(low) to \(high) (\(source), \(CLIText.statusWords(status)))"
        }

        static func drawn(_ percent: String) -> String { "drawn by \(percent)" }
        static func ratios(_ yes: String, _ no: String) -> String { "odds × \(yes) if yes, × \(no) if no" }

        static func kind(_ kind: String) -> String {
            switch kind {
            case "point": "trigger point"
            case "warning": "warning sign"
            case "hypothesis": "other source of pain"
            case "source": "source of knowledge"
            default: kind
            }
        }

        static func listAbstract(_ list: String) -> String {
            switch list {
            case "muscles": "List the muscles."
            case "points": "List the trigger points."
            case "regions": "List the areas of the body map."
            case "movements": "List the movements that can be asked about."
            case "causes": "List what starts knots or keeps them going."
            case "warnings": "List the warning signs, most dangerous first."
            case "findings": "List the questions with the answers yes, no and unknown."
            case "hypotheses": "List the other sources of pain."
            case "sources": "List publications and judgements, with how far each was seen."
            default: list
            }
        }
    }
}
