import Unknot

/// What pages are made from.
struct PageKit: Sendable {
    let engine: Engine
    let texts: PageTexts
    let figure: FigurePlaces
    let painter: FigurePainter

    init(engine: Engine, texts: PageTexts, figure: FigurePlaces) {
        self.engine = engine
        self.texts = texts
        self.figure = figure
        painter = FigurePainter(engine.atlas)
    }
}

extension String {
    /// The same text with a capital first letter.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
