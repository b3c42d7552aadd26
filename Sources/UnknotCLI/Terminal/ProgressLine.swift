import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A line on the terminal that says how far long work has come; silent elsewhere.
struct ProgressLine: Sendable {
    private let title: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let last = PercentShown()

    init(_ title: String) {
        self.title = title
    }

    func show(_ share: Double) {
        let percent = Int(share * 100)
        guard isShown, last.isNew(percent) else { return }
        OutputStream.complain("\r\(title): \(percent) %")
    }

    func finish() {
        if isShown { OutputStream.complain("\r\u{1B}[K") }
    }
}

/// The last percentage that was written, so that each is written once.
private final class PercentShown: Sendable {
    private let value = Mutex(-1)

    func isNew(_ percent: Int) -> Bool {
        value.withLock { shown in
            defer { shown = percent }
            return shown != percent
        }
    }
}
