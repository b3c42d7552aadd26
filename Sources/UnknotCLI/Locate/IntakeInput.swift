import Unknot

/// Where an intake comes from.
enum IntakeInput: Hashable, Sendable {
    /// Standard input.
    case standard
    /// A file.
    case file(String)

    /// `-` and nothing stand for standard input.
    init(_ path: String?) {
        self = path.map { $0 == "-" ? .standard : .file($0) } ?? .standard
    }

    /// Opens it.
    func open() throws(IntakeProblem) -> InputStream {
        guard case .file(let path) = self else { return InputStream() }
        do throws(InputStream.Failure) {
            return try InputStream(path: path)
        } catch {
            throw problem(error)
        }
    }

    /// Everything in it, up to the largest intake that is read.
    ///
    /// - Parameter limit: The most bytes.
    func wholeDocument(limit: Int = IntakeDocument.maximumBytes) throws(IntakeProblem) -> [UInt8] {
        let stream = try open()
        if self == .standard, stream.isTerminal { OutputStream.complain(CLIText.waitingForInput) }
        var bytes: [UInt8] = []
        while true {
            let piece = try next(stream)
            if piece.isEmpty { break }
            bytes += piece
            guard bytes.count <= limit else { throw Self.tooLarge(limit) }
        }
        guard bytes.contains(where: { !LineSplitter.isBlank($0) }) else {
            throw IntakeProblem(path: "", message: CLIText.emptyInput, allowed: CLIText.oneObject)
        }
        return bytes
    }

    /// The next piece of an open input.
    func next(_ stream: borrowing InputStream) throws(IntakeProblem) -> [UInt8] {
        do throws(InputStream.Failure) {
            return try stream.next()
        } catch {
            throw problem(error)
        }
    }

    /// An intake, or a line with one, is larger than any honest one.
    static func tooLarge(_ limit: Int = IntakeDocument.maximumBytes) -> IntakeProblem {
        IntakeProblem(path: "", message: CLIText.tooLarge, allowed: CLIText.largest(limit))
    }

    private func problem(_ failure: InputStream.Failure) -> IntakeProblem {
        let name: String
        switch self {
        case .standard: name = CLIText.standardInput
        case .file(let path): name = path
        }
        let message =
            switch failure {
            case .missing: CLIText.fileMissing(name)
            case .directory: CLIText.fileIsDirectory(name)
            case .system(let code): CLIText.fileUnreadable(name, code: code)
            }
        return IntakeProblem(path: "FILE", message: message, allowed: CLIText.readableFile)
    }
}
