import UnknotRecord

extension AtlasLoader {
    mutating func readReferences() -> [Reference] {
        let table = diagnosisTable(
            "references.csv",
            ["key", "citation", "year", "url_or_doi", "kind", "verified", "what_was_seen"])
        table.requireUnique(&problems, "key") { $0.text("key") }
        return table.rows.map { row in
            let verified = row.text("verified")
            if verified != "yes" && verified != "from_memory" {
                problems.append(row.problem("verified", "“\(verified)” is not one of yes, from_memory."))
            }
            let kind = row.required("kind", &problems)
            return Reference(
                id: row.id("key", &problems),
                citation: row.required("citation", &problems),
                year: row.text("year"),
                address: row.text("url_or_doi"),
                kind: kind,
                status: kind == "judgement" ? .estimate : verified == "yes" ? .verified : .fromMemory,
                whatWasSeen: row.text("what_was_seen")
            )
        }
    }

    mutating func readRegions() -> [BodyRegion] {
        let table = atlasTable(
            "regions.csv",
            ["id", "name", "plain_name", "view", "laterality", "zone", "choir_segments", "description"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            BodyRegion(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                plainName: row.required("plain_name", &problems),
                view: row.choice("view", &problems) ?? .back,
                laterality: row.choice("laterality", &problems) ?? .paired,
                zone: row.choice("zone", &problems) ?? .lowBack,
                choirSegments: row.list("choir_segments"),
                description: row.required("description", &problems)
            )
        }
    }

    /// Each pair stands once and counts both ways.
    mutating func readNeighbours(_ regions: [RegionID: BodyRegion.Laterality]) -> [RegionID: [RegionID]] {
        let table = atlasTable("region_neighbours.csv", ["region_a", "region_b"])
        table.requireUnique(&problems, "region_b") { row in
            [row.text("region_a"), row.text("region_b")].sorted().joined(separator: "–")
        }
        var neighbours: [RegionID: [RegionID]] = [:]
        for row in table.rows {
            let first: RegionID = row.id("region_a", &problems)
            let second: RegionID = row.id("region_b", &problems)
            require(first, in: Set(regions.keys), row, "region_a")
            require(second, in: Set(regions.keys), row, "region_b")
            if first == second { problems.append(row.problem("region_b", "A region is no neighbour of itself.")) }
            neighbours[first, default: []].append(second)
            neighbours[second, default: []].append(first)
        }
        return neighbours
    }

    mutating func readMuscles(_ known: Set<ReferenceID>) -> [Muscle] {
        let table = atlasTable(
            "muscles.csv",
            [
                "id", "name", "plain_name", "body_region", "depth", "self_palpable", "actions", "origin", "insertion",
                "innervation", "base_rate", "base_rate_source", "notes",
            ])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            let baseRate = row.optionalNumber("base_rate", in: 0...1, &problems)
            return Muscle(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                plainName: row.required("plain_name", &problems),
                zone: row.choice("body_region", &problems) ?? .lowBack,
                depth: row.choice("depth", &problems) ?? .deep,
                palpability: row.choice("self_palpable", &problems) ?? .no,
                actions: row.required("actions", &problems),
                origin: row.required("origin", &problems),
                insertion: row.required("insertion", &problems),
                innervation: row.required("innervation", &problems),
                baseRate: baseRate,
                baseRateSource: baseRate == nil ? nil : source(row, "base_rate_source", known),
                notes: row.text("notes")
            )
        }
    }

    mutating func readPoints(
        _ muscles: Set<MuscleID>,
        _ regions: [RegionID: BodyRegion.Laterality],
        _ known: Set<ReferenceID>
    ) -> [TriggerPoint] {
        let table = atlasTable(
            "trigger_points.csv",
            ["id", "muscle_id", "number_or_name", "surface_region", "landmarks", "self_access", "sources"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        let points = table.rows.map { row in
            let point = TriggerPoint(
                id: row.id("id", &problems),
                muscle: row.id("muscle_id", &problems),
                name: row.required("number_or_name", &problems),
                surfaceRegion: row.id("surface_region", &problems),
                landmarks: row.required("landmarks", &problems),
                access: access(row),
                sources: sources(row, "sources", known)
            )
            require(point.muscle, in: muscles, row, "muscle_id")
            require(point.surfaceRegion, in: Set(regions.keys), row, "surface_region")
            return point
        }
        let withPoints = Set(points.map(\.muscle))
        for muscle in muscles.sorted() where !withPoints.contains(muscle) {
            problems.append(
                TableProblem(
                    file: table.file, line: 1, column: 1, reason: "The muscle “\(muscle)” has no trigger point."))
        }
        return points
    }

    private mutating func access(_ row: Table.Row) -> [TriggerPoint.Access] {
        if row.text("self_access") == "none" { return [] }
        let words = row.list("self_access")
        if words.isEmpty { problems.append(row.problem("self_access", "Name what reaches the point, or none.")) }
        return words.compactMap { word in
            let access = TriggerPoint.Access(rawValue: word)
            if access == nil {
                let allowed = TriggerPoint.Access.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(row.problem("self_access", "“\(word)” is not one of \(allowed), or none."))
            }
            return access
        }
    }

    mutating func readReferrals(
        _ points: [TriggerPoint],
        _ regions: [RegionID: BodyRegion.Laterality],
        _ known: Set<ReferenceID>
    ) -> [Referral] {
        let table = atlasTable("referrals.csv", ["trigger_point_id", "region_id", "side", "zone", "source"])
        table.requireUnique(&problems, "region_id") {
            "\($0.text("trigger_point_id")) \($0.text("region_id")) \($0.text("side"))"
        }
        let pointIDs = Set(points.map(\.id))
        let referrals = table.rows.map { row in
            let referral = Referral(
                point: row.id("trigger_point_id", &problems),
                region: row.id("region_id", &problems),
                side: row.choice("side", &problems) ?? .same,
                zone: row.choice("zone", &problems) ?? .spillover,
                sources: sources(row, "source", known)
            )
            require(referral.point, in: pointIDs, row, "trigger_point_id")
            checkSide(referral.side, of: referral.region, regions, row, "region_id")
            return referral
        }
        let essential = Set(referrals.filter { $0.zone == .essential }.map(\.point))
        for point in points where !essential.contains(point.id) {
            problems.append(
                TableProblem(
                    file: table.file, line: 1, column: 1, reason: "The point “\(point.id)” has no essential region."))
        }
        return referrals
    }

    /// Exactly the areas in the middle have the side `midline`.
    mutating func checkSide(
        _ side: Referral.Side,
        of region: RegionID,
        _ regions: [RegionID: BodyRegion.Laterality],
        _ row: Table.Row,
        _ column: String
    ) {
        guard let laterality = regions[region] else {
            problems.append(row.problem(column, "“\(region)” is not known."))
            return
        }
        if (side == .midline) != (laterality == .midline) {
            problems.append(
                row.problem("side", "“\(side.rawValue)” does not fit the \(laterality.rawValue) “\(region)”."))
        }
    }

    mutating func readMovements() -> [Movement] {
        let table = atlasTable("movement_vocabulary.csv", ["id", "name", "plain_question", "category"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            Movement(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                plainQuestion: row.required("plain_question", &problems),
                category: row.required("category", &problems)
            )
        }
    }

    mutating func readMovementLinks(
        _ muscles: Set<MuscleID>,
        _ movements: Set<MovementID>,
        _ known: Set<ReferenceID>
    ) -> [MovementLink] {
        let table = atlasTable("movements.csv", ["muscle_id", "movement_or_activity", "effect", "source"])
        table.requireUnique(&problems, "movement_or_activity") {
            "\($0.text("muscle_id")) \($0.text("movement_or_activity")) \($0.text("effect"))"
        }
        return table.rows.map { row in
            let link = MovementLink(
                muscle: row.id("muscle_id", &problems),
                movement: row.id("movement_or_activity", &problems),
                effect: row.choice("effect", &problems) ?? .noEffect,
                sources: sources(row, "source", known)
            )
            require(link.muscle, in: muscles, row, "muscle_id")
            require(link.movement, in: movements, row, "movement_or_activity")
            return link
        }
    }

    mutating func readCauses() -> [Cause] {
        let table = atlasTable(
            "causes_vocabulary.csv",
            ["id", "name", "plain_name", "group", "in_seeds", "modifiable", "note"])
        table.requireUnique(&problems, "id") { $0.text("id") }
        return table.rows.map { row in
            Cause(
                id: row.id("id", &problems),
                name: row.required("name", &problems),
                plainName: row.required("plain_name", &problems),
                group: row.required("group", &problems),
                modifiable: row.required("modifiable", &problems),
                note: row.text("note")
            )
        }
    }

    mutating func readCauseLinks(
        _ muscles: Set<MuscleID>,
        _ causes: Set<CauseID>,
        _ known: Set<ReferenceID>
    ) -> [CauseLink] {
        let table = atlasTable("causes.csv", ["muscle_id", "activating_or_perpetuating_cause", "source"])
        table.requireUnique(&problems, "activating_or_perpetuating_cause") {
            "\($0.text("muscle_id")) \($0.text("activating_or_perpetuating_cause"))"
        }
        return table.rows.map { row in
            let muscle: MuscleID = row.id("muscle_id", &problems)
            let cause: CauseID = row.id("activating_or_perpetuating_cause", &problems)
            if muscle != "any" { require(muscle, in: muscles, row, "muscle_id") }
            require(cause, in: causes, row, "activating_or_perpetuating_cause")
            return CauseLink(
                muscle: muscle == "any" ? nil : muscle, cause: cause, sources: sources(row, "source", known))
        }
    }

    mutating func readCauseMovements(
        _ causes: Set<CauseID>,
        _ movements: Set<MovementID>,
        _ known: Set<ReferenceID>
    ) -> [CauseMovement] {
        let table = atlasTable("cause_movements.csv", ["cause_id", "movement_id", "source"])
        table.requireUnique(&problems, "movement_id") { "\($0.text("cause_id")) \($0.text("movement_id"))" }
        return table.rows.map { row in
            let link = CauseMovement(
                cause: row.id("cause_id", &problems),
                movement: row.id("movement_id", &problems),
                source: source(row, "source", known)
            )
            require(link.cause, in: causes, row, "cause_id")
            require(link.movement, in: movements, row, "movement_id")
            return link
        }
    }

    mutating func readAssociations(_ muscles: Set<MuscleID>, _ known: Set<ReferenceID>) -> [MuscleAssociation] {
        let table = atlasTable("associations.csv", ["muscle_a", "muscle_b", "kind", "source"])
        table.requireUnique(&problems, "muscle_b") { row in
            let pair = [row.text("muscle_a"), row.text("muscle_b")]
            let ordered = row.text("kind") == "satellite" ? pair : pair.sorted()
            return "\(row.text("kind")) \(ordered.joined(separator: "–"))"
        }
        return table.rows.map { row in
            let association = MuscleAssociation(
                first: row.id("muscle_a", &problems),
                second: row.id("muscle_b", &problems),
                kind: row.choice("kind", &problems) ?? .functionalUnit,
                sources: sources(row, "source", known)
            )
            require(association.first, in: muscles, row, "muscle_a")
            require(association.second, in: muscles, row, "muscle_b")
            return association
        }
    }
}
