import UnknotRecord

/// The tables of the drawings of techniques.
extension AtlasLoader {
    /// Places lie on a sheet of this size around 0 0.
    private static let sheet = -600.0...600.0
    /// Directions go once around, either way.
    private static let turn = -360.0...360.0

    /// Reads the drawings of techniques; every technique needs one.
    mutating func readTechniqueDrawings(
        _ techniques: [Technique], areas: Set<CarePlaceID>
    ) -> TechniqueDrawings {
        let limbs = readLimbs()
        let poses = readPoses(limbs)
        let props = readProps()
        let scenes = readScenes(Set(poses.keys), Set(props.keys))
        let figures = readTechniqueFigures(Set(techniques.map(\.id)), areas, Set(scenes.keys), Set(props.keys))
        for technique in techniques where !figures.contains(where: { $0.technique == technique.id }) {
            problems.append(
                TableProblem(
                    file: "technique_figures.csv", line: 1, column: 1, reason: "“\(technique.id)” has no drawing."))
        }
        return TechniqueDrawings(poses: poses, props: props, scenes: scenes, figures: figures)
    }

    private mutating func readPoses(_ limbs: [String: [PoseLimb]]) -> [String: FigurePose] {
        let table = diagnosisTable("figure_poses.csv", ["pose", "view", "plain_words", "hip", "trunk", "head"])
        table.requireUnique(&problems, "pose") { $0.text("pose") }
        var poses: [String: FigurePose] = [:]
        for row in table.rows {
            let trunk = numbers(row, "trunk", 2...2, in: Self.turn)
            let head = numbers(row, "head", 2...2, in: Self.turn)
            let id = row.required("pose", &problems)
            poses[id] = FigurePose(
                id: id,
                view: row.choice("view", &problems) ?? .side,
                words: row.required("plain_words", &problems),
                hip: place(row, "hip") ?? PosePlace(x: 0, y: 0),
                low: trunk[0],
                chest: trunk[1],
                neck: head[0],
                head: head[1],
                limbs: limbs[id] ?? []
            )
        }
        for pose in limbs.keys.sorted() where poses[pose] == nil {
            problems.append(
                TableProblem(file: "figure_limbs.csv", line: 1, column: 1, reason: "“\(pose)” is not a pose."))
        }
        return poses
    }

    private mutating func readLimbs() -> [String: [PoseLimb]] {
        let table = diagnosisTable(
            "figure_limbs.csv", ["pose", "limb", "layer", "turn", "reach", "shown", "hand"])
        table.requireUnique(&problems, "limb") { "\($0.text("pose")) \($0.text("limb"))" }
        var limbs: [String: [PoseLimb]] = [:]
        for row in table.rows {
            let reaches = !row.text("reach").isEmpty
            let turns = numbers(row, "turn", reaches ? 1...1 : 3...3, in: Self.turn)
            let reach = reaches ? numbers(row, "reach", 3...3, in: Self.sheet) : []
            let shown = row.text("shown").isEmpty ? [1, 1] : numbers(row, "shown", 2...2, in: 0.2...1)
            if reaches && abs(reach[2]) != 1 {
                problems.append(row.problem("reach", "The third number must be 1 or -1: where the joint bends."))
            }
            limbs[row.required("pose", &problems), default: []].append(
                PoseLimb(
                    limb: row.choice("limb", &problems) ?? .nearArm,
                    layer: row.choice("layer", &problems) ?? .with,
                    upper: reaches ? 0 : turns[0],
                    lower: reaches ? 0 : turns[1],
                    end: reaches ? turns[0] : turns[2],
                    reach: reaches ? PosePlace(x: reach[0], y: reach[1]) : nil,
                    bend: reaches ? reach[2] : 1,
                    upperShown: shown[0],
                    lowerShown: shown[1],
                    hand: row.choice("hand", &problems) ?? .flat
                ))
        }
        return limbs
    }

    private mutating func readProps() -> [String: FigureProp] {
        let table = diagnosisTable("figure_props.csv", ["prop", "style", "path"])
        var parts: [String: [FigureProp.Part]] = [:]
        for row in table.rows {
            let part = FigureProp.Part(style: row.choice("style", &problems) ?? .line, path: path(row, "path"))
            parts[row.required("prop", &problems), default: []].append(part)
        }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0, FigureProp(id: $0, parts: $1)) })
    }

    /// Path data: letters and numbers with spaces between, beginning with `M` or `O`.
    private mutating func path(_ row: Table.Row, _ column: String) -> [PathStep] {
        var steps: [PathStep] = []
        var letter: Character?
        var numbers: [Double] = []
        func finished() -> Bool { letter.map { PathStep.count($0) == numbers.count } ?? numbers.isEmpty }
        for word in row.text(column).split(separator: " ").map(String.init) + ["."] {
            if let number = Double(word), Self.sheet.contains(number) {
                numbers.append(number)
                continue
            }
            guard finished(), word.count == 1, let next = word.first, word == "." || PathStep.count(next) != nil else {
                problems.append(row.problem(column, "“\(word)” does not go on a path of M, L, C, Q, Z and O."))
                return []
            }
            if let letter { steps.append(PathStep(letter: letter, numbers: numbers)) }
            letter = next
            numbers = []
        }
        if steps.first?.letter != "M" && steps.first?.letter != "O" {
            problems.append(row.problem(column, "A path begins with M or O."))
        }
        return steps
    }

    private mutating func readScenes(_ poses: Set<String>, _ props: Set<String>) -> [String: FigureScene] {
        let table = diagnosisTable(
            "figure_scenes.csv", ["scene", "pose", "box", "spot", "props", "helper"])
        table.requireUnique(&problems, "scene") { $0.text("scene") }
        var scenes: [String: FigureScene] = [:]
        for row in table.rows {
            let id = row.required("scene", &problems)
            let box = numbers(row, "box", 4...4, in: Self.sheet)
            if box[2] <= 0 || abs(box[3] / box[2] - 0.75) > 0.01 {
                problems.append(row.problem("box", "A drawing is four wide and three high."))
            }
            let helper = row.text("helper").split(separator: " ").map(String.init)
            if helper.count > 2 || helper.count == 2 && helper[1] != "mirrored" {
                problems.append(
                    row.problem("helper", "“\(row.text("helper"))” is not a pose, or a pose and “mirrored”."))
            }
            for pose in [row.text("pose")] + helper.prefix(1) where !poses.contains(pose) {
                problems.append(row.problem("pose", "“\(pose)” is not a pose."))
            }
            let spot = row.text("spot").isEmpty ? nil : place(row, "spot")
            let isOutside = spot.map { spot in
                spot.x < box[0] || spot.x > box[0] + box[2] || spot.y < box[1] || spot.y > box[1] + box[3]
            }
            if isOutside == true {
                problems.append(row.problem("spot", "The spot is outside of the box."))
            }
            scenes[id] = FigureScene(
                id: id,
                pose: row.text("pose"),
                corner: PosePlace(x: box[0], y: box[1]),
                size: PosePlace(x: box[2], y: box[3]),
                spot: spot,
                props: placedProps(row, "props", props),
                helper: helper.first,
                isHelperMirrored: helper.count == 2
            )
        }
        return scenes
    }
}
