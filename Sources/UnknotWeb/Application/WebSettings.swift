/// Where the server listens and where it may keep things.
public struct WebSettings: Hashable, Sendable {
    /// A loopback address or `localhost`.
    public var host: String
    /// 0 to 65535; 0 takes any free port.
    public var port: Int
    /// Created when absent. Nothing is kept in it yet.
    public var dataFolder: String
    /// Whether one line is logged for each request; failures always are.
    public var logsRequests: Bool

    /// Describes a server.
    public init(host: String = "127.0.0.1", port: Int = 8080, dataFolder: String, logsRequests: Bool = false) {
        self.host = host
        self.port = port
        self.dataFolder = dataFolder
        self.logsRequests = logsRequests
    }
}
