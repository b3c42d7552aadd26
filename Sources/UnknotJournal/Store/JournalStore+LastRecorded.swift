public import UnknotRecord

extension JournalStore {
    /// The entry of a person that was recorded last, in effect or not.
    ///
    /// - Complexity: Reads the whole record, part by part, since a store lists by when things happened.
    public func lastRecorded(of person: PersonID) async throws -> Entry? {
        var last: Entry?
        while true {
            let part = try await record(of: person, after: last, limit: 2_000)
            guard let end = part.last else { return last }
            last = end
        }
    }
}
