import ArgumentParser
import Foundation
import Unknot
import UnknotJournal

/// `unknot forecast`
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Look ahead: pain and tenderness of the next 28 days, and how good past forecasts were.",
        discussion: """
            Without FILE it reads the journal. FILE (or - for standard input) holds a series of days as JSON, oldest first, \
            the last one today: {"days": [{"pain": 4, "tenderness": 5, "session": true}, {"pain": null}, {"pain": 3}]}. \
            What is missing or null was not logged.

            Examples:
              unknot forecast
              unknot forecast --json --person Ada
              echo '{"days": [{"pain": 4}, {}, {"pain": 5}]}' | unknot forecast - --json

            It is a model, not a measurement. Each day has an interval that is meant to hold nine of ten ratings; past \
            forecasts are made again from what was known then and held beside what came. Documentation/Forecasts.md says \
            how, and `unknot evaluate --forecasts` how good it is. It ends with 0 when it could answer, "nothing to look \
            ahead from" included, and with 2 when the input is wrong.
            """
    )

    @Argument(
        help: "A series of days as JSON; - for standard input. The journal if not given.",
        completion: .file(extensions: ["json"]))
    var file: String?

    @Option(help: ArgumentHelp("Where it is today: Europe/Berlin, +01:00; here if not given.", valueName: "ZONE"))
    var zone: String?

    @Option(
        help: ArgumentHelp("Look ahead from this day as if nothing had been logged since.", valueName: "DAY"))
    var today: String?

    @OptionGroup var options: JournalOptions

    func run() async throws {
        let engine = try EngineLoading.engine()
        guard let file else { return try await fromJournal(engine) }
        try await JournalTrouble.told(isJSON: options.json) {
            guard today == nil, zone == nil else {
                throw IntakeProblem(
                    path: today == nil ? "--zone" : "--today", message: CLIText.Forecast.onlyJournal,
                    allowed: CLIText.Forecast.withoutFile)
            }
            let asked = try ForecastDocument.parse(IntakeInput(file).wholeDocument())
            try show(engine.forecast(asked.days), engine, id: asked.id)
        }
    }

    private func fromJournal(_ engine: Engine) async throws {
        try await options.run(.refused) { session in
            let when = try WhenText(zone: zone)
            let now = LocalDay(of: when.now, in: when.zone)
            let day = try Self.day(today) ?? now
            guard day <= now else {
                throw IntakeProblem(
                    path: "--today", message: CLIText.Forecast.future("\(day)"),
                    allowed: CLIText.Forecast.upTo("\(now)"))
            }
            let entries =
                try await session.personIfAny().map {
                    Journal(session.store, of: $0.id)
                }?.values(EntryQuery(kinds: ForecastHistory.kinds)) ?? []
            let history = ForecastHistory(entries, today: day)
            let place = history.tenderPoint.map { "\($0.point.rawValue) \($0.side.rawValue)" }
            try show(engine.forecast(history.days), engine, today: day, tenderPoint: place)
        }
    }

    private func show(
        _ report: ForecastReport, _ engine: Engine, id: String? = nil, today: LocalDay? = nil,
        tenderPoint: String? = nil
    ) throws {
        let terminal = options.display.terminal
        if options.json {
            let data = try engine.json(
                for: report, id: id, today: today?.description, tenderPoint: tenderPoint, pretty: terminal.isTerminal)
            OutputStream.write(Array(data) + [UInt8(ascii: "\n")])
        } else {
            var view = ForecastView(text: engine.forecastText, terminal: terminal)
            OutputStream.write(view.page(for: report, today: today))
        }
    }

    private static func day(_ text: String?) throws(IntakeProblem) -> LocalDay? {
        guard let text else { return nil }
        guard let day = LocalDay(text) else {
            throw IntakeProblem(
                path: "--today", message: CLIText.Forecast.notADay(text), allowed: CLIText.Forecast.dayForm)
        }
        return day
    }
}
