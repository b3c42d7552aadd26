import UnknotRecord

/// Which drawing shows which technique.
extension AtlasLoader {
    private static let sheet = -600.0...600.0

    mutating func readTechniqueFigures(
        _ techniques: Set<TechniqueID>, _ areas: Set<CarePlaceID>, _ scenes: Set<String>, _ props: Set<String>
    ) -> [TechniqueFigure] {
        let table = diagnosisTable(
            "technique_figures.csv", ["technique", "areas", "scene", "tools", "arrows", "words"])
        table.requireUnique(&problems, "areas") { "\($0.text("technique")) \($0.text("areas"))" }
        return table.rows.map { row in
            let technique: TechniqueID = row.id("technique", &problems)
            require(technique, in: techniques, row, "technique")
            if !scenes.contains(row.text("scene")) {
                problems.append(row.problem("scene", "“\(row.text("scene"))” is not a scene."))
            }
            var places: [CarePlaceID] = []
            var zones: [BodyRegion.Zone] = []
            for word in row.list("areas") {
                if word.hasPrefix("zone:") {
                    let name = String(word.dropFirst("zone:".count))
                    if let zone = BodyRegion.Zone(rawValue: name) {
                        zones.append(zone)
                    } else {
                        problems.append(row.problem("areas", "“\(name)” is not a part of the body."))
                    }
                } else {
                    require(CarePlaceID(word), in: areas, row, "areas")
                    places.append(CarePlaceID(word))
                }
            }
            return TechniqueFigure(
                technique: technique,
                areas: places,
                zones: zones,
                scene: row.text("scene"),
                tools: placedProps(row, "tools", props),
                arrows: arrows(row, "arrows"),
                words: row.required("words", &problems)
            )
        }
    }

    /// A list of `prop x y turn layer`.
    mutating func placedProps(_ row: Table.Row, _ column: String, _ props: Set<String>) -> [PlacedProp] {
        row.list(column).compactMap { text in
            let words = text.split(separator: " ").map(String.init)
            let numbers = words.dropFirst().prefix(3).compactMap(Double.init)
            guard words.count == 5, numbers.count == 3, numbers.allSatisfy(Self.sheet.contains),
                let layer = PlacedProp.Layer(rawValue: words[4])
            else {
                problems.append(
                    row.problem(column, "“\(text)” is not a prop, x, y, turn and one of behind, between, before."))
                return nil
            }
            if !props.contains(words[0]) { problems.append(row.problem(column, "“\(words[0])” is not a prop.")) }
            return PlacedProp(
                prop: words[0], place: PosePlace(x: numbers[0], y: numbers[1]), turn: numbers[2], layer: layer)
        }
    }

    /// A list of `kind x y x y`, with how far it bows at the end if it does.
    private mutating func arrows(_ row: Table.Row, _ column: String) -> [FigureArrow] {
        row.list(column).compactMap { text in
            let words = text.split(separator: " ").map(String.init)
            let numbers = words.dropFirst().compactMap(Double.init)
            guard (5...6).contains(words.count), numbers.count == words.count - 1,
                numbers.allSatisfy(Self.sheet.contains), let kind = words.first.flatMap(FigureArrow.Kind.init)
            else {
                problems.append(row.problem(column, "“\(text)” is not one, both or ring with x y, x y and a bow."))
                return nil
            }
            return FigureArrow(
                kind: kind,
                start: PosePlace(x: numbers[0], y: numbers[1]),
                end: PosePlace(x: numbers[2], y: numbers[3]),
                bow: numbers.count == 5 ? numbers[4] : 0
            )
        }
    }

    /// `x y`.
    mutating func place(_ row: Table.Row, _ column: String) -> PosePlace? {
        let pair = numbers(row, column, 2...2, in: Self.sheet)
        return PosePlace(x: pair[0], y: pair[1])
    }

    /// Numbers with spaces between; as many as are needed, with zeros where they are missing.
    mutating func numbers(
        _ row: Table.Row, _ column: String, _ count: ClosedRange<Int>, in range: ClosedRange<Double>
    ) -> [Double] {
        let words = row.text(column).split(separator: " ")
        let numbers = words.compactMap { Double($0) }.filter(range.contains)
        guard numbers.count == words.count, count.contains(numbers.count) else {
            problems.append(
                row.problem(
                    column,
                    "“\(row.text(column))” is not \(count.upperBound) numbers from \(range.lowerBound) to \(range.upperBound)."
                ))
            return Array(repeating: 0, count: count.upperBound)
        }
        return numbers
    }
}
