public import UnknotRecord

/// A tool or a piece of furniture that stands in drawings.
public struct FigureProp: Hashable, Sendable {
    /// How a part of it is drawn.
    public enum Style: String, CaseIterable, Hashable, Sendable {
        /// The tool that touches the person.
        case tool
        /// A bar of that tool.
        case bar
        /// A line of that tool.
        case toolLine = "tool_line"
        /// A hand or fingers of which no more is seen.
        case hand
        /// The same of a helper.
        case helperHand = "helper_hand"
        /// A line on a hand.
        case fold
        /// Furniture, walls and the floor.
        case thing
        /// A line of them.
        case line
        /// A faint line.
        case faint
    }

    /// One of its shapes.
    public struct Part: Hashable, Sendable {
        /// How it is drawn.
        public let style: Style
        /// Path data with `M`, `L`, `C`, `Q`, `Z` and `O x y r` for a circle, all absolute, around 0 0.
        public let path: [PathStep]
    }

    /// Its id.
    public let id: String
    /// Its parts, from the back to the front.
    public let parts: [Part]
}

/// One command of a path.
public struct PathStep: Hashable, Sendable {
    /// The letter.
    public let letter: Character
    /// Its numbers.
    public let numbers: [Double]

    /// How many numbers a letter takes; `nil` for a letter that no path has.
    public static func count(_ letter: Character) -> Int? {
        switch letter {
        case "M", "L": 2
        case "Q": 4
        case "C": 6
        case "O": 3
        case "Z": 0
        default: nil
        }
    }
}

/// A prop in a scene.
public struct PlacedProp: Hashable, Sendable {
    /// What is drawn over what.
    public enum Layer: String, CaseIterable, Hashable, Sendable {
        /// Behind everybody.
        case behind
        /// Over the trunk, behind the arms.
        case between
        /// Before everything.
        case before
    }

    /// The prop.
    public let prop: String
    /// Where its middle is.
    public let place: PosePlace
    /// How far it is turned, in degrees, clockwise.
    public let turn: Double
    /// What it is drawn over.
    public let layer: Layer
}

/// Somebody in a pose at a place, with what is around.
public struct FigureScene: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The pose.
    public let pose: String
    /// The part of the sheet that is shown.
    public let corner: PosePlace
    /// How wide and how high it is.
    public let size: PosePlace
    /// Where the knot is; `nil` where the drawing is about the whole person.
    public let spot: PosePlace?
    /// What is around.
    public let props: [PlacedProp]
    /// The pose of a helper, if there is one.
    public let helper: String?
    /// Whether the helper looks the other way.
    public let isHelperMirrored: Bool
}

/// An arrow in a drawing.
public struct FigureArrow: Hashable, Sendable {
    /// What it says.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// This way.
        case one
        /// To and fro.
        case both
        /// Round and round.
        case ring
    }

    /// What it says.
    public let kind: Kind
    /// Where it begins, or the middle of a ring.
    public let start: PosePlace
    /// Where it ends; of a ring, how wide and high it is.
    public let end: PosePlace
    /// How far it bows to its left, as a part of its length.
    public let bow: Double
}

/// How a technique is drawn for some parts of the body.
public struct TechniqueFigure: Hashable, Sendable {
    /// The technique.
    public let technique: TechniqueID
    /// The areas of the body for which this drawing is; with no ``zones`` either, it is for any other.
    public let areas: [CarePlaceID]
    /// The larger parts of the body for which it is, where no area says otherwise.
    public let zones: [BodyRegion.Zone]
    /// The scene.
    public let scene: String
    /// Tools beside those of the scene.
    public let tools: [PlacedProp]
    /// Which way things go.
    public let arrows: [FigureArrow]
    /// What the tool and the arrows say, in a sentence.
    public let words: String
}
