import Foundation

/// A file of SQLite and the two that stand beside it while it is open, and often afterwards.
struct StoreFiles {
    /// The database.
    let main: String
    /// What was written and not yet put into the database.
    private var log: String { main + "-wal" }
    /// What the programs that have the database open share.
    private var shared: String { main + "-shm" }

    init(_ path: String) {
        main = path
    }

    /// Whether there is anything in the log.
    var hasLog: Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? NSNumber
        return (size?.intValue ?? 0) > 0
    }

    /// Whether another program has the database open.
    ///
    /// Every program that has it open holds a lock on byte 128 of the shared file, SQLite's "dead man's switch"
    /// (`UNIX_SHM_DMS` in os_unix.c); its place is a part of the format, since programs with different versions of SQLite
    /// have to agree on it.
    var isInUse: Bool {
        guard let handle = FileHandle(forUpdatingAtPath: shared) else { return false }
        defer { try? handle.close() }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 128
        lock.l_len = 1
        // The call reads and writes one `flock`, which outlives it.
        guard unsafe fcntl(handle.fileDescriptor, F_GETLK, &lock) == 0 else { return true }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// Removes what stands beside the database.
    func removeLog() {
        for name in [log, shared] { try? FileManager.default.removeItem(atPath: name) }
    }

    /// Removes all of it.
    func remove() {
        removeLog()
        try? FileManager.default.removeItem(atPath: main)
    }

    /// Gives all of it another name.
    func move(to other: StoreFiles) throws {
        for (name, new) in [(main, other.main), (log, other.log), (shared, other.shared)]
        where FileManager.default.fileExists(atPath: name) {
            try FileManager.default.moveItem(atPath: name, toPath: new)
        }
    }
}
