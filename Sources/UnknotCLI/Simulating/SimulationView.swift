import Foundation
import Unknot

/// Results for people.
struct SimulationView {
    let terminal: Terminal

    init(_ terminal: Terminal) {
        self.terminal = terminal
    }

    func text(_ runs: [KnotRun]) -> String {
        var page = Page(terminal)
        for run in runs {
            page.heading(run.name)
            page.add(StyledText(CLIText.simulated(run.scenario.hours, run.scenario.segments.count)))
            page.blank()
            row(&page, CLIText.simulationColumns, .quiet)
            let outputs = run.outputs
            let hours = run.trajectory.samples.map(\.hours)
            for moment in Self.moments(hours) {
                let output = outputs[moment]
                row(
                    &page,
                    [Self.time(hours[moment])]
                        + KnotQuantity.allCases.map { Self.short($0.value(in: output)) }
                        + [CLIText.label(output.label)],
                    .plain)
            }
            changes(&page, outputs.map(\.label), hours)
        }
        plots(&page, runs.map(\.curves))
        page.blank()
        for run in runs { page.add(StyledText(CLIText.solverEffort(run.trajectory.statistics), .quiet)) }
        page.add(StyledText(CLIText.modelNotice, .warning))
        return page.text
    }

    func text(_ runs: [KnotEnsembleRun]) -> String {
        var page = Page(terminal)
        for run in runs {
            page.heading(run.name)
            page.add(StyledText(CLIText.simulated(run.scenario.hours, run.scenario.segments.count)))
            page.add(StyledText(CLIText.ensemble(run.bands.members, failed: run.bands.failed)))
            page.blank()
            row(&page, CLIText.ensembleColumns, .quiet)
            for moment in Self.moments(run.bands.hours) {
                let cells = KnotQuantity.allCases.map { quantity in
                    run.bands.bands[quantity].map { bands in
                        let band = bands[moment]
                        return "\(Self.short(band.median)) (\(Self.short(band.low))-\(Self.short(band.high)))"
                    } ?? ""
                }
                let shares = KnotLabel.allCases.map { label in
                    "\(Int(((run.bands.labels[label]?[moment] ?? 0) * 100).rounded()))"
                }
                row(&page, [Self.time(run.bands.hours[moment])] + cells + [shares.joined(separator: "/")], .plain)
            }
        }
        plots(&page, runs.map(\.curves))
        page.blank()
        page.add(StyledText(CLIText.modelNotice, .warning))
        return page.text
    }

    /// When the label changes; the first few times.
    private func changes(_ page: inout Page, _ labels: [KnotLabel], _ hours: [Double]) {
        let changed = labels.indices.dropFirst().filter { labels[$0 - 1] != labels[$0] }
        for position in changed.prefix(Self.mostChanges) {
            page.add(StyledText(CLIText.becomes(labels[position], Self.time(hours[position]))), mark: "- ")
        }
        if changed.count > Self.mostChanges {
            page.add(StyledText(CLIText.moreChanges(changed.count - Self.mostChanges)), mark: "- ")
        }
    }

    private static let mostChanges = 6

    private func plots(_ page: inout Page, _ curves: [SimulationCurves]) {
        for quantity in [KnotQuantity.pain, .pressThreshold] {
            page.heading(CLIText.quantity(quantity))
            for line in TerminalPlot(width: terminal.width - 10, height: 8).lines(curves, quantity) {
                page.addUnbroken(StyledText(line))
            }
        }
    }

    private func row(_ page: inout Page, _ cells: [String], _ style: TextStyle) {
        let widths = cells.contains { $0.contains("(") } ? [9, 17, 17, 19, 19, 12] : [9, 8, 12, 12, 9, 10]
        let line = zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: max(1, width - cell.count))
        }.joined()
        // A cell that the page breaks would no longer stand under its heading.
        page.addUnbroken(StyledText(line, style))
    }

    /// At most nine moments, the first and the last among them.
    static func moments(_ hours: [Double]) -> [Int] {
        guard let last = hours.last, hours.count > 9 else { return Array(hours.indices) }
        var moments: [Int] = []
        for mark in 0...8 {
            let wanted = last * Double(mark) / 8
            let position = hours.firstIndex { $0 >= wanted - 1e-9 } ?? hours.count - 1
            if moments.last != position { moments.append(position) }
        }
        return moments
    }

    static func time(_ hours: Double) -> String {
        if hours < 1 { return String(format: "%.1f min", hours * 60) }
        return hours < 72 ? String(format: "%.1f h", hours) : String(format: "%.1f d", hours / 24)
    }

    static func short(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// Curves in letters.
struct TerminalPlot {
    let width: Int
    let height: Int

    /// The rows of a plot: dots for the band, a letter for each run.
    func lines(_ curves: [SimulationCurves], _ quantity: KnotQuantity) -> [String] {
        let scale = PlotScale(curves.flatMap { $0.bands[quantity] ?? [] }, quantity)
        let last = max(curves.compactMap(\.hours.last).max() ?? 1, 1e-9)
        var cells = Array(repeating: Array(repeating: Character(" "), count: width), count: height)
        for (position, run) in curves.enumerated() {
            guard let bands = run.bands[quantity] else { continue }
            let mark: Character = position == 0 ? "*" : "o"
            var next = 0
            for column in 0..<width {
                let time = last * Double(column) / Double(max(1, width - 1))
                while next + 1 < run.hours.count, run.hours[next + 1] <= time { next += 1 }
                guard time <= (run.hours.last ?? 0) + 1e-9 else { continue }
                let band = bands[next]
                for level in level(band.low, scale)...max(level(band.low, scale), level(band.high, scale)) {
                    if cells[height - 1 - level][column] == " " { cells[height - 1 - level][column] = "·" }
                }
                cells[height - 1 - level(band.median, scale)][column] = mark
            }
        }
        return cells.enumerated().map { row, letters in
            let label = row == 0 ? scale.upper : (row == height - 1 ? scale.lower : nil)
            let text = label.map { String(format: "%.2f", $0) } ?? ""
            return String(repeating: " ", count: max(0, 6 - text.count)) + text + " |" + String(letters)
        }
    }

    private func level(_ value: Double, _ scale: PlotScale) -> Int {
        guard value.isFinite else { return 0 }
        return Int((scale.share(value) * Double(height - 1)).rounded())
    }
}

/// The list of programmes.
enum ProgrammeList {
    static func text(_ terminal: Terminal) -> String {
        var page = Page(terminal)
        page.heading(CLIText.programmes)
        for programme in KnotProgramme.all {
            page.labelled("\(programme.name)", [StyledText("\(programme.summary)")], column: 20)
        }
        return page.text
    }
}
