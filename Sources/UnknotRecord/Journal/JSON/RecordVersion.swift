/// The version of the JSON of all values.
public enum RecordVersion {
    /// The newest version that this program reads and the one that it writes.
    public static let newest = 1

    /// Refuses a version that this program cannot know; none means the first.
    static func check(_ payload: JSONValue) throws(IntakeProblem) {
        guard case .object(let fields) = payload, let version = fields["version"] else { return }
        if case .null = version { return }
        guard case .number(let number) = version, number >= 1, number == number.rounded() else {
            throw IntakeProblem(
                path: "version", message: "The version is not a whole number from 1 on.", allowed: "\(newest)")
        }
        guard number <= Double(newest) else {
            throw IntakeProblem(
                path: "version",
                message: "A newer version of this program wrote this: version \(CanonicalNumber.text(of: number)).",
                allowed: "up to version \(newest); with a newer Unknot it can be read")
        }
    }
}
