/// Where the server listens, how others see it, and where it may keep things.
public struct WebSettings: Hashable, Sendable {
    /// A loopback address or `localhost`; with accounts, any address of this machine or a name for one.
    public var host: String
    /// 0 to 65535; 0 takes any free port.
    public var port: Int
    /// Created when absent. Nothing is kept in it yet.
    public var dataFolder: String
    /// Whether one line is logged for each request; failures always are.
    public var logsRequests: Bool
    /// Where browsers reach the server through a proxy that does TLS, such as `https://unknot.example`; nil when they come
    /// straight here. With it cookies are `Secure`, and what the proxy says about addresses is believed.
    public var publicURL: String?
    /// Whether the log is one JSON object a line rather than text.
    public var logsJSON: Bool
    /// A file that tells the time, for trying things out; nil for the clock of the machine.
    public var clockFile: String?

    /// Describes a server.
    public init(
        host: String = "127.0.0.1", port: Int = 8080, dataFolder: String, logsRequests: Bool = false,
        publicURL: String? = nil, logsJSON: Bool = false, clockFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.dataFolder = dataFolder
        self.logsRequests = logsRequests
        self.publicURL = publicURL
        self.logsJSON = logsJSON
        self.clockFile = clockFile
    }
}
