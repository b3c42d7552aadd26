import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Notes that Ctrl-C was pressed, so that work ends between two lines and not inside one.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// Whether it was pressed since ``watch()``.
    static var happened: Bool { flag.load(ordering: .relaxed) }

    /// What the signal does: the second time it ends the program at once, in case the first one was missed.
    private static func note() {
        if flag.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted) }
    }

    /// Starts to listen. Reading then returns instead of waiting on.
    static func watch() {
        // Makes the flag before a signal can come: only the exchange itself is safe inside a handler.
        flag.store(false, ordering: .relaxed)
        var action = sigaction()
        // Without SA_RESTART a waiting read comes back.
        #if canImport(Glibc)
        unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.note() }
        #elseif canImport(Musl)
        unsafe action.__sa_handler.sa_handler = { _ in Interruption.note() }
        #else
        unsafe action.__sigaction_u.__sa_handler = { _ in Interruption.note() }
        #endif
        _ = unsafe sigaction(SIGINT, &action, nil)
        // Whoever started the program may have blocked the signal in it.
        var signals = sigset_t()
        _ = unsafe sigemptyset(&signals)
        _ = unsafe sigaddset(&signals, SIGINT)
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
