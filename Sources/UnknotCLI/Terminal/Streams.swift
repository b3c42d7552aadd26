#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads a file or standard input in pieces, as they come.
struct InputStream: ~Copyable {
    private let descriptor: Int32
    private let isOwned: Bool
    /// Large enough that a system call a piece costs nothing.
    static let pieceSize = 1 << 16

    /// Why a file cannot be read.
    enum Failure: Error, Hashable {
        /// There is no such file.
        case missing
        /// It is a directory.
        case directory
        /// The system's number for another reason.
        case system(Int32)

        init(_ code: Int32) {
            switch code {
            case ENOENT, ENOTDIR: self = .missing
            case EISDIR: self = .directory
            default: self = .system(code)
            }
        }
    }

    /// Standard input.
    init() {
        descriptor = STDIN_FILENO
        isOwned = false
    }

    /// Opens a file.
    init(path: String) throws(Failure) {
        // `open` copies the path, and Swift ends it with a zero.
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Failure(errno) }
        descriptor = opened
        isOwned = true
    }

    deinit {
        if isOwned { _ = close(descriptor) }
    }

    /// Whether somebody types.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The next piece; empty at the end, or when the person interrupts.
    func next() throws(Failure) -> [UInt8] {
        while true {
            var code: Int32 = 0
            // `read` writes at most as many bytes as the buffer has, and says how many.
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
                let found = unsafe read(descriptor, buffer.baseAddress, Self.pieceSize)
                if found < 0 { code = errno }
                count = max(0, found)
            }
            if code == 0 { return piece }
            if code != EINTR { throw Failure(code) }
            if Interruption.happened { return [] }
        }
    }
}

/// Writes to standard output or standard error at once.
enum OutputStream {
    /// Writes text to standard output.
    static func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes bytes to standard output. When the reader has gone, the program ends without a word, as pipes expect; when
    /// they cannot be written, for example on a full disk, it says so.
    static func write(_ bytes: [UInt8]) {
        guard let failure = send(bytes, to: STDOUT_FILENO) else { return }
        if failure == EPIPE { exit(ExitStatus.brokenPipe) }
        complain(CLIText.outputFailed(reason(failure)))
        exit(ExitStatus.fault)
    }

    /// The system's words for one of its numbers.
    private static func reason(_ code: Int32) -> String {
        // `strerror` gives a text of its own that lives until the next call; it is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "system error \(code)"
    }

    /// Writes text to standard error.
    static func complain(_ text: String) {
        _ = send(Array(text.utf8), to: STDERR_FILENO)
    }

    /// The system's number of what went wrong; nil when all was sent.
    private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var start = 0
        while start < bytes.count {
            // The slice lies inside the buffer, which lives as long as the call.
            let sent = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
            }
            if sent < 0 {
                if errno == EINTR { continue }
                return errno
            }
            start += sent
        }
        return nil
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
        unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
        unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}

/// Numbers with which the program ends.
enum ExitStatus {
    /// Something is wrong with the program or its knowledge.
    static let fault: Int32 = 1
    /// The input is wrong.
    static let badInput: Int32 = 2
    /// Interrupted from the keyboard.
    static let interrupted: Int32 = 130
    /// Nobody reads the output any more.
    static let brokenPipe: Int32 = 141
}
