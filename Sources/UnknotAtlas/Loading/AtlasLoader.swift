import UnknotRecord

/// Reads the tables, notes everything that is wrong with them, and builds the atlas only if nothing is.
struct AtlasLoader {
    private let files: [String: String]
    var problems: [TableProblem] = []
    /// Where each warning sign stands, for what can be checked only when all tables are read.
    var signRows: [QuestionID: Table.Row] = [:]
    /// Where each page to learn from stands.
    var learnRows: [LearnPageID: Table.Row] = [:]
    /// Where the rows of the tables of care stand.
    var careRows: [CareRow: Table.Row] = [:]

    init(files: [String: String]) {
        self.files = files
    }

    /// Opens a table of the atlas, whose lists are joined by `;`.
    mutating func atlasTable(_ file: String, _ columns: [String]) -> Table {
        table(file, columns, separator: ";")
    }

    /// Opens a table of the differential, whose lists are joined by `|`.
    mutating func diagnosisTable(_ file: String, _ columns: [String]) -> Table {
        table(file, columns, separator: "|")
    }

    private mutating func table(_ file: String, _ columns: [String], separator: Character) -> Table {
        let text = files[file]
        if text == nil {
            problems.append(TableProblem(file: file, line: 1, column: 1, reason: "This table is missing."))
        }
        let header = columns.joined(separator: ",")
        return Table(file: file, text: text ?? header, columns: columns, separator: separator, &problems)
    }

    mutating func load() throws(AtlasError) -> Atlas {
        let version = files["version.txt"].map { $0.filter { !$0.isWhitespace } } ?? ""
        if version.isEmpty {
            problems.append(
                TableProblem(file: "version.txt", line: 1, column: 1, reason: "The version is missing."))
        }
        let references = readReferences()
        let known = Set(references.map(\.id))
        let regions = readRegions()
        let regionIDs = Dictionary(regions.map { ($0.id, $0.laterality) }) { first, _ in first }
        let muscles = readMuscles(known)
        let muscleIDs = Set(muscles.map(\.id))
        let points = readPoints(muscleIDs, regionIDs, known)
        let referrals = readReferrals(points, regionIDs, known)
        let movements = readMovements()
        let causes = readCauses()
        let hypotheses = readHypotheses(regionIDs, known)
        let signs = readWarningSigns(known)
        let headings = readWarningHeadings()
        let questions = readQuestions(regionIDs, signs, Set(movements.map(\.id)))
        let facts = AnswerVocabulary(
            questions: Set(questions.map(\.id)), signs: Set(signs.map(\.id)), causes: Set(causes.map(\.id)))
        checkNames(in: signs, against: facts)
        checkScreens(of: signs, headings)
        let care = readCare(
            CareVocabulary(
                points: points,
                regions: regionIDs,
                zones: Dictionary(regions.map { ($0.id, $0.zone) }) { first, _ in first },
                references: known,
                signs: signs,
                facts: facts
            ))
        let atlas = Atlas(
            version: version,
            regions: regions,
            muscles: muscles,
            points: points,
            referrals: referrals,
            movements: movements,
            movementLinks: readMovementLinks(muscleIDs, Set(movements.map(\.id)), known),
            causes: causes,
            causeLinks: readCauseLinks(muscleIDs, Set(causes.map(\.id)), known),
            causeMovements: readCauseMovements(Set(causes.map(\.id)), Set(movements.map(\.id)), known),
            associations: readAssociations(muscleIDs, known),
            hypotheses: hypotheses,
            hypothesisRegions: readHypothesisRegions(Set(hypotheses.map(\.id)), regionIDs, known),
            questions: questions,
            likelihoods: readLikelihoods(Set(questions.map(\.id)), Set(hypotheses.map(\.id)), known),
            warningSigns: signs,
            warningHeadings: headings,
            parameters: readParameters(known),
            musclePriors: readMusclePriors(muscleIDs, points, known),
            phrases: Phrasebook(readPhrases()),
            prevalence: readPrevalence(known),
            baseRates: readBaseRates(known),
            outcomeMeasures: readOutcomeMeasures(known),
            references: references,
            learning: readLearning(references, Set(points.map(\.id))),
            neighbours: readNeighbours(regionIDs),
            figure: readFigure(regions, muscleIDs, points),
            care: care,
            prevention: readPrevention(
                PreventionVocabulary(
                    causes: facts.causes, health: Set(care.healthChecks.map(\.id)),
                    techniques: Set(care.techniques.map(\.id)), references: known))
        )
        checkLearning(atlas)
        guard problems.isEmpty else { throw AtlasError(problems: problems) }
        return atlas
    }

    /// Notes an id that nothing has.
    mutating func require<ID: Hashable>(_ id: ID, in known: Set<ID>, _ row: Table.Row, _ column: String) {
        if !known.contains(id) {
            problems.append(row.problem(column, "“\(id)” is not known."))
        }
    }

    /// The sources of a row that states a fact: at least one, all known.
    mutating func sources(_ row: Table.Row, _ column: String, _ known: Set<ReferenceID>) -> [ReferenceID] {
        let sources: [ReferenceID] = row.ids(column)
        if sources.isEmpty { problems.append(row.problem(column, "A source is needed.")) }
        for source in sources { require(source, in: known, row, column) }
        return sources
    }

    /// The only source of a row.
    mutating func source(_ row: Table.Row, _ column: String, _ known: Set<ReferenceID>) -> ReferenceID {
        let source: ReferenceID = row.id(column, &problems)
        require(source, in: known, row, column)
        return source
    }
}

/// The ids that an expression of warning signs may name.
struct AnswerVocabulary {
    let questions: Set<QuestionID>
    let signs: Set<QuestionID>
    let causes: Set<CauseID>
}

extension Atlas {
    /// Builds an atlas from the text of its tables.
    ///
    /// - Parameter files: The tables by file name, with `version.txt`.
    /// - Throws: ``AtlasError`` with every bad row; nothing is skipped.
    public static func load(files: [String: String]) throws(AtlasError) -> Atlas {
        var loader = AtlasLoader(files: files)
        return try loader.load()
    }

    /// The tables that the program was built with, by file name.
    public static var embeddedFiles: [String: String] { EmbeddedFiles.all }

    /// The atlas that the program was built with; read once.
    public static func builtIn() throws(AtlasError) -> Atlas {
        try embedded.get()
    }

    private static let embedded = Result { () throws(AtlasError) in try load(files: EmbeddedFiles.all) }
}
