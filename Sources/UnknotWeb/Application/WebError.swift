/// Why the server could not start.
public enum WebError: Error, Hashable, Sendable {
    /// The address can be reached from other machines.
    case notLoopback(host: String)
    /// The address for others is not one that is safe to sign in at.
    case badPublicURL(String)
    /// The port is no port.
    case portOutOfRange(Int)
    /// Another program listens there.
    case portTaken(host: String, port: Int)
    /// The system reserves the port.
    case portNotAllowed(port: Int)
    /// The data folder could not be made.
    case dataFolder(path: String, reason: String)
    /// A file that ships with the program is missing or broken: a fault of the build.
    case brokenResource(name: String, reason: String)
    /// The file that is to tell the time does not.
    case clockFile(path: String, reason: String)
}

extension WebError: CustomStringConvertible {
    /// What is wrong and what to do, in one or two sentences.
    public var description: String {
        switch self {
        case .notLoopback(let host):
            """
            “\(host)” may be reached from other machines, where anybody could read and change every record. Without \
            accounts Unknot listens on this machine only: use --host 127.0.0.1, ::1 or localhost, or turn accounts on \
            with --accounts.
            """
        case .badPublicURL(let url):
            """
            “\(url)” is no address that Unknot can use for others. Give it as https://NAME or https://NAME:PORT, without a \
            path; passwords must not travel without TLS.
            """
        case .portOutOfRange(let port):
            "\(port) is not a port. Use a number from 0 to 65535; 0 takes any free one."
        case .portTaken(let host, let port):
            """
            Port \(port) on \(host) is taken by another program. Stop that program, or choose another port, \
            for example --port \(port < 65_535 ? port + 1 : 8080).
            """
        case .portNotAllowed(let port):
            "The system does not allow this user to listen on port \(port). Use a port from 1024 to 65535."
        case .dataFolder(let path, let reason):
            "The data folder “\(path)” cannot be made: \(reason). Choose another with --data."
        case .brokenResource(let name, let reason):
            "“\(name)”, which ships with the program, is broken: \(reason)."
        case .clockFile(let path, let reason):
            "“\(path)”, which is to tell the time (\(FileClock.variable)), does not: \(reason)"
        }
    }
}
