/// What kind of browser somebody uses, roughly: enough to know one's own again.
struct DeviceName {
    let text: String

    init(_ userAgent: String, texts: PageTexts) {
        // The first that fits: browsers name those that they descend from after themselves.
        let browsers = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
            ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
        ]
        let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ]
        let browser = browsers.first { userAgent.contains($0.0) }?.1
        let system = systems.first { userAgent.contains($0.0) }?.1
        switch (browser, system) {
        case (let browser?, let system?): text = texts("device_both", ["browser": browser, "system": system])
        case (let one?, nil), (nil, let one?): text = one
        case (nil, nil): text = texts("device_unknown")
        }
    }
}
