import UnknotRecord

/// Earlier sessions summed up by knot and technique, in the order in which they were told.
struct TriedTreatments {
    let trials: [TherapistSheet.Trial]

    init(_ history: [PastTreatment]) {
        struct Key: Hashable {
            let point: PointID
            let side: BodySide
            let technique: TechniqueID
        }
        var order: [Key] = []
        var sessions: [Key: [PastTreatment]] = [:]
        for past in history {
            let key = Key(point: past.point, side: past.side, technique: past.technique)
            if sessions[key] == nil { order.append(key) }
            sessions[key, default: []].append(past)
        }
        trials = order.map { key in
            let own = sessions[key] ?? []
            let gains = own.compactMap(\.gain)
            return TherapistSheet.Trial(
                point: key.point,
                side: key.side,
                technique: key.technique,
                sessions: own.count,
                meanGain: gains.isEmpty ? nil : gains.reduce(0, +) / Double(gains.count),
                stopped: own.count { $0.ending == .stopped }
            )
        }
    }
}
