/// Where one lane is in its member's course, and how it chooses its steps.
@usableFromInline
struct LanePlace: Sendable {
    @usableFromInline var member = 0
    @usableFromInline var segment = 0
    /// Time since the start of the segment.
    @usableFromInline var time = 0.0
    @usableFromInline var duration = 0.0
    /// Parts of the segment that end in a sample, and the next of them, counted from 1.
    @usableFromInline var samples = 0
    @usableFromInline var nextSample = 1
    @usableFromInline var nextSampleTime = Double.infinity
    /// The step to take now, and the one that the error of the last allows.
    @usableFromInline var step = 0.0
    @usableFromInline var allowed = 0.0
    /// Whether the step ends the segment.
    @usableFromInline var isLast = false
    @usableFromInline var attempts = 0
    @usableFromInline var wasRejected = false
    /// Whether every error in this segment was not a number.
    @usableFromInline var isWithoutNumbers = true
    @usableFromInline var isBusy = false
    @usableFromInline var statistics = RunStatistics()

    /// An idle lane.
    @inlinable
    init() {}

    /// A lane that is about to run a member.
    @inlinable
    init(member: Int) {
        self.member = member
        isBusy = true
    }

    /// Whether a sample lies inside the next step; the one at the end of the segment needs no interpolation.
    @inlinable
    var hasSampleInside: Bool { nextSampleTime < time + step }

    /// Starts a segment.
    @inlinable
    mutating func begin(segment: Int, duration: Double, samples: Int, firstStep: Double) {
        self.segment = segment
        self.duration = duration
        self.samples = samples
        time = 0
        attempts = 0
        wasRejected = false
        isWithoutNumbers = true
        nextSample = 0
        passSample()
        plan(firstStep)
    }

    /// Says whether a step may be kept, and what the next may be. NaN counts as too large.
    ///
    /// - Parameters:
    ///   - error: In units of what is allowed.
    ///   - excess: How far the state left its box, in units of what is allowed.
    @inlinable
    mutating func judge(error: Double, excess: Double, order: Int) -> Bool {
        attempts += 1
        let factor = StepControl.factor(error: error, order: order)
        if error == error { isWithoutNumbers = false }
        guard error <= 1 else {
            statistics.rejectedForError += 1
            allowed = step * min(factor, StepControl.safety)
            wasRejected = true
            return false
        }
        guard excess <= 1 else {
            statistics.rejectedForBox += 1
            allowed = step * StepControl.boxFactor
            wasRejected = true
            return false
        }
        allowed = step * (wasRejected ? min(factor, 1) : factor)
        wasRejected = false
        statistics.steps += 1
        statistics.largestStep = max(statistics.largestStep, step)
        if !isLast { statistics.smallestStep = min(statistics.smallestStep, step) }
        return true
    }

    /// Plans the next step; returns why there is none.
    @inlinable
    mutating func planNext(limit: Int) -> SolverFailure? {
        guard attempts < limit else { return .tooManySteps(segment: segment, time: time) }
        guard time + allowed > time, allowed > duration * 1e-15 else {
            return isWithoutNumbers ? .notFinite(segment: segment) : .stepTooSmall(segment: segment, time: time)
        }
        plan(allowed)
        return nil
    }

    /// Cuts a step so that the segment ends with a full one: no short remnant is left.
    @inlinable
    mutating func plan(_ wanted: Double) {
        let left = duration - time
        isLast = wanted >= left * 0.999_999
        step = isLast ? left : (wanted > left * 0.5 ? left * 0.5 : wanted)
    }

    /// Turns to the next sample.
    @inlinable
    mutating func passSample() {
        nextSample += 1
        nextSampleTime = nextSample < samples ? duration * (Double(nextSample) / Double(samples)) : .infinity
    }
}
