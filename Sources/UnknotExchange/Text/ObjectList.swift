public import UnknotRecord

/// Takes a JSON list apart into the text of its items, for requests that send several entries at once.
public enum ObjectList {
    /// The text of each item, as it stands. The items themselves are not checked.
    public static func objects(in bytes: [UInt8]) throws(IntakeProblem) -> [[UInt8]] {
        try ObjectScanner.objects(ofList: bytes).map { Array($0) }
    }
}
