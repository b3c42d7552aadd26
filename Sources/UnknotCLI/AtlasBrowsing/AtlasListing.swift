import Unknot

/// The lists of the atlas.
enum AtlasList: String, CaseIterable, Sendable {
    case muscles, points, regions, sources, movements, causes, warnings, findings, hypotheses

    /// One line of a list.
    struct Row: Hashable, Sendable, Encodable {
        let id: String
        /// The name for everybody.
        let plainName: String
        /// The anatomical name, the side, the year: what else one looks for.
        let detail: String

        enum CodingKeys: String, CodingKey {
            case id, detail
            case plainName = "plain_name"
        }
    }

    /// What is on the list, in the order of the tables.
    func rows(_ atlas: Atlas) -> [Row] {
        switch self {
        case .muscles: atlas.muscles.map { Row(id: $0.id.rawValue, plainName: $0.plainName, detail: $0.name) }
        case .points:
            atlas.points.map { point in
                let muscle = atlas.muscle(point.muscle)
                return Row(
                    id: point.id.rawValue, plainName: muscle?.plainName ?? "",
                    detail: CLIText.anatomicalPoint(muscle: muscle?.name ?? "", point: point.name))
            }
        case .regions:
            atlas.regions.map { region in
                Row(
                    id: region.id.rawValue, plainName: region.plainName,
                    detail: CLIText.anatomicalPoint(
                        muscle: region.name, point: CLIText.list(region.sides.map(\.rawValue))))
            }
        case .sources:
            atlas.references.map { reference in
                Row(
                    id: reference.id.rawValue, plainName: reference.citation,
                    detail: CLIText.statusWords(reference.status.rawValue))
            }
        case .movements:
            atlas.movements.map { Row(id: $0.id.rawValue, plainName: $0.plainQuestion, detail: $0.category) }
        case .causes: atlas.causes.map { Row(id: $0.id.rawValue, plainName: $0.plainName, detail: $0.group) }
        case .warnings:
            Self.byDanger(atlas.warningSigns).map { sign in
                Row(
                    id: sign.id.rawValue, plainName: sign.plainQuestion, detail: CLIText.words(sign.urgency.rawValue))
            }
        case .findings:
            atlas.questions.map { question in
                Row(
                    id: question.id.rawValue, plainName: question.plainQuestion,
                    detail: CLIText.words(question.kind.rawValue))
            }
        case .hypotheses:
            atlas.hypotheses.map { Row(id: $0.id.rawValue, plainName: $0.plainName, detail: $0.name) }
        }
    }

    /// In the order of asking; combinations, which are never asked, last.
    private static func byDanger(_ signs: [WarningSign]) -> [WarningSign] {
        signs.filter { $0.combination == nil }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
            + signs.filter { $0.combination != nil }.sorted { $0.id < $1.id }
    }
}
