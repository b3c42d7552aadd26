/// The figures that the server gives, with what they mean.
enum MetricNames {
    static let requests = "unknot_http_requests_total"
    static let requestSeconds = "unknot_http_request_seconds"
    static let active = "unknot_http_requests_active"
    static let storeSeconds = "unknot_store_call_seconds"
    static let storeFailures = "unknot_store_failures_total"
    static let memory = "unknot_process_resident_memory_bytes"
    static let processor = "unknot_process_cpu_seconds_total"
    static let files = "unknot_process_open_files"
    static let started = "unknot_process_start_time_seconds"

    /// What each one means, for the `# HELP` lines.
    static let help: [String: String] = [
        requests: "Requests answered, by method, route pattern and status.",
        requestSeconds: "Time from the first line of a request to its answer, by route pattern.",
        active: "Requests that are being answered.",
        storeSeconds: "Time that a call of the store took, by call.",
        storeFailures: "Calls of the store that failed, by call and kind of failure.",
        memory: "Memory of the process that is in RAM.",
        processor: "Processor time that the process used.",
        files: "Files and connections that the process has open.",
        started: "When the process started, in seconds since 1970.",
    ]
}
