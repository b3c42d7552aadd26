import Testing
import UnknotAtlas
import UnknotRecord

@Suite("The built-in knowledge base")
struct KnowledgeTests {
    private let atlas: Atlas

    init() throws { atlas = try Atlas.builtIn() }

    @Test("it loads and has a version")
    func loads() {
        #expect(!atlas.version.isEmpty)
        #expect(!atlas.regions.isEmpty)
        #expect(!atlas.points.isEmpty)
    }

    @Test("every point has a muscle, a surface and an essential region")
    func points() {
        #expect(atlas.points.filter { atlas.muscle($0.muscle) == nil }.map(\.id) == [])
        #expect(atlas.points.filter { atlas.region($0.surfaceRegion) == nil }.map(\.id) == [])
        #expect(
            atlas.points.filter { point in !atlas.referrals(of: point.id).contains { $0.zone == .essential } }.map(\.id)
                == [])
    }

    @Test("every muscle has a point and a prior")
    func muscles() {
        #expect(atlas.muscles.filter { atlas.points(of: $0.id).isEmpty }.map(\.id) == [])
        #expect(Set(atlas.musclePriors.map(\.muscle)) == Set(atlas.muscles.map(\.id)))
    }

    @Test("some point sends pain to, or lies under, every region")
    func regionsReached() {
        let reached = Set(atlas.referrals.map(\.region)).union(atlas.points.map(\.surfaceRegion))
        #expect(atlas.regions.map(\.id).filter { !reached.contains($0) } == [])
    }

    @Test("every link ends at something known")
    func links() {
        #expect(atlas.referrals.allSatisfy { atlas.point($0.point) != nil && atlas.region($0.region) != nil })
        #expect(atlas.movementLinks.allSatisfy { atlas.muscle($0.muscle) != nil && atlas.movement($0.movement) != nil })
        #expect(atlas.causeLinks.allSatisfy { atlas.cause($0.cause) != nil })
        #expect(atlas.causeMovements.allSatisfy { atlas.cause($0.cause) != nil && atlas.movement($0.movement) != nil })
        #expect(atlas.associations.allSatisfy { atlas.muscle($0.first) != nil && atlas.muscle($0.second) != nil })
        #expect(
            atlas.hypothesisRegions.allSatisfy {
                atlas.hypothesis($0.hypothesis) != nil && atlas.region($0.region) != nil
            })
        #expect(atlas.likelihoods.allSatisfy { atlas.question($0.finding) != nil })
        #expect(atlas.questions.flatMap(\.setsFlags).allSatisfy { atlas.warningSign($0) != nil })
    }

    @Test("a referral lies in the middle exactly where its region does")
    func midlineReferrals() {
        #expect(
            atlas.referrals.filter { ($0.side == .midline) != (atlas.region($0.region)?.laterality == .midline) } == [])
    }

    @Test("the neighbours of a place have it as their neighbour")
    func neighboursAreMutual() {
        let places = atlas.regions.flatMap(\.places)
        let oneSided = places.filter { place in
            !atlas.neighbours(of: place).allSatisfy { atlas.neighbours(of: $0).contains(place) }
        }
        #expect(oneSided == [])
        #expect(places.filter { atlas.neighbours(of: $0).contains($0) } == [])
        #expect(places.filter { Set(atlas.neighbours(of: $0)).count != atlas.neighbours(of: $0).count } == [])
    }

    @Test("the neighbours of the mirror image are the mirror images of the neighbours")
    func neighboursMirror() {
        let places = atlas.regions.flatMap(\.places)
        #expect(
            places.filter {
                Set(atlas.neighbours(of: $0.mirrored)) != Set(atlas.neighbours(of: $0).map(\.mirrored))
            } == [])
    }

    @Test("one can walk from any place of the body to any other")
    func connected() throws {
        let places = atlas.regions.flatMap(\.places)
        var reached: Set<BodyPlace> = [try #require(places.first)]
        var open = Array(reached)
        while let place = open.popLast() {
            for neighbour in atlas.neighbours(of: place) where reached.insert(neighbour).inserted {
                open.append(neighbour)
            }
        }
        #expect(places.filter { !reached.contains($0) } == [])
    }

    @Test("every probability is one, and every number lies in its own range")
    func ranges() {
        let unit = 0.0...1.0
        #expect(atlas.hypotheses.filter { !$0.priorRange.contains($0.prior) || $0.prior <= 0 }.map(\.id) == [])
        #expect(atlas.hypotheses.filter { !unit.contains($0.seeClinicianAbove ?? 0.5) }.map(\.id) == [])
        #expect(atlas.hypotheses.filter { ($0.seeClinicianAbove ?? 1) <= $0.prior }.map(\.id) == [])
        #expect(atlas.hypothesisRegions.filter { !unit.contains($0.strength) } == [])
        #expect(
            atlas.musclePriors.filter { !$0.range.contains($0.probability) || $0.probability >= 1 }.map(\.muscle) == [])
        #expect(atlas.parameters.filter { !$0.range.contains($0.value) }.map(\.name) == [])
        #expect(atlas.warningSigns.filter { !unit.contains($0.postTestProbability ?? 0) }.map(\.id) == [])
        #expect(atlas.muscles.filter { !unit.contains($0.baseRate ?? 0) }.map(\.id) == [])
    }

    @Test("every finding can be weighed: no answer is certain, and a yes that raises goes with a no that lowers")
    func likelihoodRatios() {
        let certain = atlas.likelihoods.filter {
            !($0.ifPresent > 0 && $0.ifPresent < 1 && $0.ifAbsent > 0 && $0.ifAbsent < 1)
        }
        #expect(certain.map { "\($0.finding) \($0.hypothesis)" } == [])
        let crossed = atlas.likelihoods.filter {
            ($0.positiveRatio > 1) != ($0.negativeRatio < 1) && $0.positiveRatio != 1
        }
        #expect(crossed.map { "\($0.finding) \($0.hypothesis)" } == [])
    }

    @Test("every row that states a fact has a source that is known")
    func sources() {
        var sources = atlas.points.map(\.sources) + atlas.referrals.map(\.sources) + atlas.movementLinks.map(\.sources)
        sources += atlas.causeLinks.map(\.sources) + atlas.associations.map(\.sources)
        #expect(!sources.contains { $0.isEmpty })
        var single = atlas.causeMovements.map(\.source) + atlas.hypotheses.map(\.source)
        single += atlas.hypothesisRegions.map(\.source) + atlas.likelihoods.map(\.source)
        single += atlas.warningSigns.map(\.source) + atlas.parameters.map(\.source)
        single += atlas.musclePriors.map(\.source) + atlas.prevalence.map(\.source) + atlas.baseRates.map(\.source)
        let unknown = Set(sources.flatMap { $0 } + single).filter { atlas.reference($0) == nil }
        #expect(unknown == [])
    }

    @Test("a muscle with a base rate names the study, and a warning in the notes is found")
    func muscleNotes() {
        #expect(atlas.muscles.filter { ($0.baseRate == nil) != ($0.baseRateSource == nil) }.map(\.id) == [])
        let cautions = atlas.muscles.compactMap(\.caution)
        #expect(!cautions.isEmpty)
        #expect(cautions.allSatisfy { $0.hasPrefix("Caution") })
    }

    @Test("no warning sign that says watch is asked in vain: each stands in some combination")
    func watchSigns() {
        let combined = Set(atlas.warningSigns.compactMap(\.combination).flatMap(\.ids))
        let alone = atlas.warningSigns.filter {
            $0.urgency == .watch && $0.combination == nil && !combined.contains($0.id.rawValue)
        }
        #expect(alone.map(\.id) == ["first_pain_over_50"] || alone.isEmpty)
    }

    @Test(
        "the public vocabulary is kept",
        arguments: [
            (
                "region",
                ["vertex", "occiput", "temple", "paraspinal_l4_s1", "paraspinal_l1_l3", "buttock_upper_lateral"]
            ),
            (
                "region",
                ["spine_midline_lumbar", "sacroiliac_joint", "groin", "calf_upper", "abdomen_lower", "neck_side"]
            ),
            ("muscle", ["trapezius_upper", "levator_scapulae", "quadratus_lumborum", "gluteus_medius", "piriformis"]),
            (
                "muscle",
                ["iliocostalis_lumborum", "longissimus_thoracis", "multifidus_lumborum", "psoas_major", "iliacus"]
            ),
            ("point", ["trapezius_upper_tp1", "trapezius_middle_tp5", "quadratus_lumborum_deep_upper"]),
            ("movement", ["sitting_long", "standing_long", "coughing_sneezing", "bending_forward", "deep_breath"]),
            ("cause", ["dehydration", "fatigue", "overuse", "trauma", "slumped_posture", "pregnancy"]),
            ("question", ["pain_below_knee", "leg_tingling_or_numbness", "severe_pain_7_or_more", "dull_deep_ache"]),
            ("sign", ["saddle_numbness", "bladder_change", "history_of_cancer", "major_injury", "combo_ces_any"]),
            ("hypothesis", ["radiculopathy", "facet", "sacroiliac_joint", "hip", "visceral_renal", "cauda_equina"]),
            ("reference", ["ts_vol1_1999", "ts_vol2_1992", "tss_2019", "hong_1994", "unknot_judgement"]),
        ])
    func vocabulary(kind: String, ids: [String]) {
        let missing = ids.filter { id in
            switch kind {
            case "region": atlas.region(RegionID(id)) == nil
            case "muscle": atlas.muscle(MuscleID(id)) == nil
            case "point": atlas.point(PointID(id)) == nil
            case "movement": atlas.movement(MovementID(id)) == nil
            case "cause": atlas.cause(CauseID(id)) == nil
            case "question": atlas.question(QuestionID(id)) == nil
            case "sign": atlas.warningSign(QuestionID(id)) == nil
            case "hypothesis": atlas.hypothesis(HypothesisID(id)) == nil
            default: atlas.reference(ReferenceID(id)) == nil
            }
        }
        #expect(missing == [])
    }

    @Test("evidence is ordered from read to guessed")
    func evidenceOrder() {
        #expect(EvidenceStatus.allCases.sorted() == [.verified, .fromMemory, .estimate])
    }
}
