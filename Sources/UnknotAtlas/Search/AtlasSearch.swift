public import UnknotRecord

/// One thing of the atlas that plain words found.
public struct AtlasMatch: Hashable, Sendable {
    /// What was found.
    public enum Item: Hashable, Sendable {
        /// A muscle.
        case muscle(MuscleID)
        /// A trigger point.
        case point(PointID)
        /// An area of the body.
        case region(RegionID)
    }

    /// What was found.
    public let item: Item
    /// Its name for people.
    public let title: String
    /// How well it fits; higher is better.
    public let score: Double
}

extension Atlas {
    /// Finds muscles, points and regions by plain words, best first.
    ///
    /// Every word must start some word of the name, the plain name, the id or the description; a hit in a name counts
    /// for more than one in a description.
    public func search(_ query: String) -> [AtlasMatch] {
        let words = PlainWords.of(query)
        guard !words.isEmpty else { return [] }
        var matches: [AtlasMatch] = []
        for muscle in muscles {
            let names = [muscle.name, muscle.plainName, muscle.id.rawValue]
            if let score = Self.score(words, names: names, details: [muscle.actions]) {
                matches.append(AtlasMatch(item: .muscle(muscle.id), title: muscle.name, score: score + 0.2))
            }
        }
        for region in regions {
            if let score = Self.score(
                words, names: [region.name, region.plainName, region.id.rawValue], details: [region.description])
            {
                matches.append(AtlasMatch(item: .region(region.id), title: region.plainName, score: score + 0.1))
            }
        }
        for point in points {
            let muscle = muscle(point.muscle)
            let names = [point.id.rawValue, muscle?.name ?? "", muscle?.plainName ?? "", point.name]
            let referred = referrals(of: point.id).compactMap { self.region($0.region)?.plainName }
            if let score = Self.score(words, names: names, details: [point.landmarks] + referred) {
                let title = "\(muscle?.name ?? ""), \(point.name)"
                matches.append(AtlasMatch(item: .point(point.id), title: title, score: score))
            }
        }
        return matches.sorted { ($1.score, $0.title) < ($0.score, $1.title) }
    }

    private static func score(_ query: [String], names: [String], details: [String]) -> Double? {
        let nameWords = names.flatMap(PlainWords.of)
        let detailWords = details.flatMap(PlainWords.of)
        var total = 0.0
        for word in query {
            if nameWords.contains(word) {
                total += 3
            } else if nameWords.contains(where: { $0.hasPrefix(word) }) {
                total += 2
            } else if detailWords.contains(where: { $0.hasPrefix(word) }) {
                total += 1
            } else {
                return nil
            }
        }
        return total
    }
}
