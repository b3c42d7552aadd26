import Unknot

/// Finds cards by id.
struct AtlasCatalogue {
    let atlas: Atlas
    let text: AnswerText

    init(_ atlas: Atlas) {
        self.atlas = atlas
        text = AnswerText(atlas)
    }

    /// Every card with an id. A region and another source of pain may share one.
    func cards(_ id: String) -> [AtlasCard] {
        [
            atlas.muscle(MuscleID(id)).map(card), atlas.point(PointID(id)).map(card),
            atlas.region(RegionID(id)).map(card), atlas.movement(MovementID(id)).map(card),
            atlas.cause(CauseID(id)).map(card), atlas.warningSign(QuestionID(id)).map(card),
            atlas.question(QuestionID(id)).map(card), atlas.hypothesis(HypothesisID(id)).map(card),
            atlas.reference(ReferenceID(id)).map(card),
        ].compactMap { $0 }
    }

    /// Muscles, points and regions that hold all the words, best first.
    func search(_ words: String) -> [AtlasList.Row] {
        atlas.search(words).map { match in
            switch match.item {
            case .muscle(let id):
                AtlasList.Row(
                    id: id.rawValue, plainName: text.muscle(id),
                    detail: CLIText.found(CLIText.Atlas.kind("muscle"), atlas.muscle(id)?.name ?? ""))
            case .point(let id):
                AtlasList.Row(
                    id: id.rawValue, plainName: atlas.point(id).map { text.muscle($0.muscle) } ?? id.rawValue,
                    detail: CLIText.found(CLIText.Atlas.kind("point"), match.title))
            case .region(let id):
                AtlasList.Row(
                    id: id.rawValue, plainName: match.title,
                    detail: CLIText.found(CLIText.Atlas.kind("region"), atlas.region(id)?.name ?? ""))
            }
        }
    }

    /// Known ids that look like an unknown one, nearest first.
    func suggestions(for id: String) -> [String] { suggestions(for: id, among: ids) }

    /// Points that look like an unknown one, nearest first.
    func pointSuggestions(for id: String) -> [String] {
        suggestions(for: id, among: Set(atlas.points.map(\.id.rawValue)))
    }

    private func suggestions(for id: String, among ids: Set<String>) -> [String] {
        let letters = Array(id.lowercased().utf8.prefix(80))
        let limit = max(3, letters.count / 2)
        return ids.map { known in (distance: Array(known.utf8).difference(from: letters).count, id: known) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
            .prefix(3).map(\.id)
    }

    private var ids: Set<String> {
        var ids = Set(atlas.muscles.map(\.id.rawValue))
        ids.formUnion(atlas.points.map(\.id.rawValue))
        ids.formUnion(atlas.regions.map(\.id.rawValue))
        ids.formUnion(atlas.movements.map(\.id.rawValue))
        ids.formUnion(atlas.causes.map(\.id.rawValue))
        ids.formUnion(atlas.warningSigns.map(\.id.rawValue))
        ids.formUnion(atlas.questions.map(\.id.rawValue))
        ids.formUnion(atlas.hypotheses.map(\.id.rawValue))
        ids.formUnion(atlas.references.map(\.id.rawValue))
        return ids
    }

    /// The sources of some rows, each once.
    func sources(_ ids: some Sequence<ReferenceID>) -> [AtlasCard.Item] {
        Set(ids).sorted().map { id in
            guard let reference = atlas.reference(id) else { return AtlasCard.Item(id: id.rawValue, text: id.rawValue) }
            return AtlasCard.Item(
                id: id.rawValue, text: reference.citation, note: reference.year.isEmpty ? nil : reference.year,
                status: reference.status)
        }
    }

    /// Muscles by plain name.
    func items(_ muscles: some Sequence<MuscleID>, note: String? = nil) -> [AtlasCard.Item] {
        muscles.map { AtlasCard.Item(id: $0.rawValue, text: text.muscle($0), note: note) }
    }

    /// Areas to which a point sends pain.
    func items(_ referrals: [Referral]) -> [AtlasCard.Item] {
        referrals.map { referral in
            AtlasCard.Item(
                id: referral.region.rawValue,
                text: atlas.region(referral.region)?.plainName ?? referral.region.rawValue,
                note: CLIText.referralSide(referral.side.rawValue)
            )
        }
    }

    /// What to be careful with, without the word that the label says already.
    func caution(_ muscle: Muscle?) -> String? {
        guard let text = muscle?.caution else { return nil }
        let mark = "Caution: "
        return CLIText.capitalised(text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text)
    }
}
