public import UnknotCare
public import UnknotRecord

/// Everything that is said about the days ahead of one person: the forecast, how past ones did, and how likely pain is to
/// come back.
public struct ForecastReport: Sendable {
    /// The next days.
    public let forecast: Forecast
    /// Past forecasts beside what came.
    public let review: ForecastReview
    /// How likely pain is to come back once it is gone.
    public let recurrence: Recurrence
}

extension Engine {
    /// Looks ahead from the last of some days.
    ///
    /// - Parameter days: Every calendar day up to today, oldest first.
    /// - Complexity: About seven forecasts; a past forecast is made again from what was known then.
    public func forecast(_ days: [ForecastDay]) -> ForecastReport {
        let forecaster = Forecaster()
        return ForecastReport(
            forecast: forecaster.forecast(days), review: ForecastReview(days, by: forecaster),
            recurrence: Recurrence(days))
    }

    /// Puts forecasts into words.
    public var forecastText: ForecastText { ForecastText(atlas) }
}
