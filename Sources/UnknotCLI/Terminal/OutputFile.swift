import Foundation
import Unknot

/// A file that is there wholly or not at all: it is written under another name, waited for until it is on the disk, and
/// then given its own.
final class OutputFile {
    private let path: URL
    private let temporary: URL
    private let handle: FileHandle
    private var isFinished = false

    /// Opens a file for its owner only. A link is followed: what it points at is written.
    ///
    /// - Parameters:
    ///   - path: The file, in a folder that is there.
    ///   - mayReplace: Whether a file that is there already may be replaced.
    /// - Throws: ``IntakeProblem`` when it cannot be written, is there already, or is no file but a folder or a device.
    init(_ path: String, mayReplace: Bool = true) throws(IntakeProblem) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        self.path = target
        temporary = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent).\(UUID().uuidString).part")
        let kind = try? FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType
        switch kind {
        case nil: break
        case .typeDirectory?: throw Self.problem(path, CLIText.isFolder)
        case .typeRegular?:
            guard mayReplace else {
                throw IntakeProblem(
                    path: "FILE", message: CLIText.Journal.fileIsThere(path), allowed: CLIText.Journal.orReplace)
            }
        default: throw Self.problem(path, CLIText.isNoFile)
        }
        let isMade = FileManager.default.createFile(
            atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let handle = FileHandle(forWritingAtPath: temporary.path) else {
            throw Self.problem(path, CLIText.noSuchFolder)
        }
        self.handle = handle
    }

    deinit {
        guard !isFinished else { return }
        try? handle.close()
        try? FileManager.default.removeItem(at: temporary)
    }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(IntakeProblem) {
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            throw Self.problem(path.path, error.localizedDescription)
        }
    }

    /// Gives the file its name, in place of one that is there.
    func finish() throws(IntakeProblem) {
        do {
            try handle.synchronize()
            try handle.close()
            try Self.rename(temporary.path, to: path.path)
            isFinished = true
        } catch {
            throw Self.problem(path.path, error.localizedDescription)
        }
    }

    /// Gives a file another name, in place of a file that has it already, in one step.
    static func rename(_ path: String, to name: String) throws {
        // `rename` copies neither text and keeps neither; Swift ends both with a zero.
        guard unsafe Foundation.rename(path, name) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private static func problem(_ path: String, _ reason: String) -> IntakeProblem {
        let reason = reason.hasSuffix(".") ? String(reason.dropLast()) : reason
        return IntakeProblem(
            path: "FILE", message: CLIText.Journal.cannotWrite(path, reason), allowed: CLIText.Journal.anotherFile)
    }
}
