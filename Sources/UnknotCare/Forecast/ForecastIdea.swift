/// One idea of how the days of one rating go, held against the logged days.
struct ForecastIdea {
    /// What it says of the days.
    enum Course {
        /// A curve on top of a level; the curve on every day of the window and of the days to come, nil for a level alone.
        case line(DayPath, DayPath.Priors, curve: [Double]?)
        /// A level that wanders.
        case wandering(WanderPath)
    }

    /// What is left of it for one choice of its numbers.
    enum Part {
        case line(DayPath.Part)
        case wandering(WanderPath.Part)
    }

    /// Log of its weight, the logged days of this rating left out.
    var logWeight: Double
    let course: Course

    /// The log of its weight, with the logged days of this rating.
    var logWhole: Double {
        switch course {
        case .line(let path, let priors, _): logWeight + path.logEvidence(priors)
        case .wandering(let path): logWeight + path.logEvidence
        }
    }

    /// What is believed after the logged days, with the log of the weight of each.
    var parts: [(log: Double, part: Part)] {
        switch course {
        case .line(let path, let priors, _):
            path.parts(priors).map { (logWeight + $0.logWeight, .line($0)) }
        case .wandering(let path): path.parts.map { (logWeight + $0.logWeight, .wandering($0)) }
        }
    }

    /// What a part expects on a later day.
    ///
    /// - Parameters:
    ///   - day: The day, counted as those of the curve are.
    ///   - gap: Days since the last logged one.
    func expected(_ part: Part, on day: Int, gap: Int) -> (mean: Double, variance: Double) {
        switch (course, part) {
        case (.line(let path, _, let curve), .line(let part)):
            path.expected(part, gap: gap, curve: curve?[day] ?? 0)
        case (.wandering(let path), .wandering(let part)): path.expected(part, gap: gap)
        default: preconditionFailure("a part belongs to the idea that made it")
        }
    }
}
