import Unknot

extension AtlasWriter {
    /// What can be done about points: by oneself, by a partner, by a professional; or why there is nothing.
    func ways(at points: [TriggerPoint]) -> [AtlasFact] {
        let reachable = points.flatMap { point in
            atlas.care.uses(at: point).filter { _, technique in
                BodySide.allCases.contains { side in
                    atlas.care.forbiddenPlaces(technique, at: point, on: side).isEmpty
                }
            }
        }
        func facts(_ performer: Technique.Performer) -> [AtlasFact] {
            var lines: [AtlasLine] = []
            var seen: Set<TechniqueID> = []
            for (use, technique) in reachable where technique.performer == performer {
                guard seen.insert(technique.id).inserted else { continue }
                lines.append(AtlasLine(technique.name, note: use.how, link: "/techniques/\(technique.id)"))
            }
            return fact("ways_\(performer.rawValue)", lines)
        }
        let groups = points.compactMap { atlas.care.group(of: $0.id) }
        func reason(_ key: String, _ text: (MuscleGroup) -> String) -> [AtlasFact] {
            let reasons = groups.map(text).filter { !$0.isEmpty }
            return fact(key, Set(reasons).sorted().joined(separator: " "))
        }
        return facts(.person) + reason("no_self", \.noSelfReason) + facts(.partner)
            + reason("no_partner", \.noPartnerReason) + facts(.clinician)
    }
}
