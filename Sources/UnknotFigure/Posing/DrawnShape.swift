/// One shape of a drawing: what it stands for, which decides how it is painted, and its path data.
public struct DrawnShape: Hashable, Sendable {
    /// What a shape stands for.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// Skin with the edge of the body around it.
        case body
        /// A shirt.
        case shirt
        /// Shorts.
        case shorts
        /// Hair.
        case hair
        /// A fold or feature inside the edge.
        case fold
        /// The body of a helper.
        case helper
        /// What a helper wears.
        case helperShirt = "helper-shirt"
        /// What a helper wears below.
        case helperShorts = "helper-shorts"
        /// A tool that touches the person.
        case tool
        /// A bar of a tool.
        case bar
        /// A line of a tool.
        case toolLine = "tool-line"
        /// Furniture, walls, the floor.
        case thing
        /// A line of them.
        case line
        /// A faint line.
        case faint
        /// An arrow.
        case way
    }

    /// What it stands for.
    public let part: Part
    /// The shape.
    public let path: String
}
