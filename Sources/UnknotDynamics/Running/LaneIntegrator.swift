/// Runs the members of a workload side by side, as many as the state has lanes.
///
/// Every lane has its own time and its own step; when a member is finished its lane takes the next one. So each member
/// gets exactly the steps that it would get alone, and no lane waits for another. Breakpoints are never stepped across:
/// the last step of a segment ends on it, and the next segment starts anew.
public struct LaneIntegrator<Load: Workload, Method: RosenbrockMethod> {
    @usableFromInline typealias State = Load.System.State
    @usableFromInline typealias Element = State.Element

    @usableFromInline let settings: SolverSettings
    @usableFromInline var system: Load.System
    @usableFromInline var state: State
    @usableFromInline var step: Element
    @usableFromInline var places: [LanePlace]
    @usableFromInline var waiting: Range<Int>
    @usableFromInline var isStopped = false

    /// Prepares a run; all memory is taken here.
    ///
    /// - Parameters:
    ///   - system: The equations, with any numbers in its lanes.
    ///   - members: Which members to run.
    @inlinable
    public init(_ system: Load.System, members: Range<Int>, settings: SolverSettings) {
        self.settings = settings
        self.system = system
        state = State(everywhere: 0)
        step = Element(everywhere: settings.firstStep)
        places = Array(repeating: LanePlace(), count: Element.lanes)
        waiting = members
    }

    /// Runs all members to their end, or until the workload wants to stop.
    @inlinable
    public mutating func run(_ load: inout Load) {
        guard !waiting.isEmpty else { return }
        for lane in 0..<Element.lanes { take(lane, &load) }
        // An idle lane repeats a busy one, so that it never meets numbers for which the model has no meaning.
        for lane in 0..<Element.lanes where !places[lane].isBusy {
            state[lane: lane] = state[lane: 0]
            step[lane: lane] = step[lane: 0]
            load.prepare(&system, lane: lane, member: places[0].member, segment: 0)
        }
        while !isStopped, places.contains(where: { $0.isBusy }) { stepOnce(&load) }
    }

    /// One step in every lane.
    @inlinable
    mutating func stepOnce(_ load: inout Load) {
        var wantsDense = false
        for lane in 0..<Element.lanes { wantsDense = wantsDense || places[lane].hasSampleInside }
        let result = Method.step(system, from: state, by: step, dense: wantsDense)
        let sum = state.sumOfSquares(
            error: result.error, next: result.end, absolute: Element(everywhere: settings.absolute),
            relative: Element(everywhere: settings.relative))
        let error = (sum * (1 / Double(State.count))).root
        let excess = system.excess(of: result.end)
        for lane in 0..<Element.lanes where places[lane].isBusy && !isStopped {
            let isKept = places[lane].judge(
                error: error[lane: lane], excess: excess[lane: lane] / (settings.absolute * 10), order: Method.order)
            places[lane].statistics.evaluations += Method.stages
            if isKept {
                if places[lane].hasSampleInside, let dense = result.dense { sample(lane, dense, result.end, &load) }
                state[lane: lane] = result.end[lane: lane]
                places[lane].time += places[lane].step
            }
            if isKept, places[lane].isLast {
                endSegment(lane, &load)
            } else if let failure = places[lane].planNext(limit: settings.stepLimit) {
                end(lane, .failure(failure), &load)
            }
            step[lane: lane] = places[lane].step
        }
    }

    /// Records the samples inside the step just made.
    @inlinable
    mutating func sample(_ lane: Int, _ dense: DenseCoefficients<State>, _ end: State, _ load: inout Load) {
        let first = state[lane: lane]
        let last = end[lane: lane]
        let coefficients = dense[lane: lane]
        while places[lane].hasSampleInside {
            let place = places[lane]
            let fraction = (place.nextSampleTime - place.time) / place.step
            load.record(
                coefficients.state(at: fraction, from: first, to: last), member: place.member, segment: place.segment,
                sample: place.nextSample)
            places[lane].passSample()
        }
    }

    /// Goes on with the next segment, or with the next member.
    @inlinable
    mutating func endSegment(_ lane: Int, _ load: inout Load) {
        let place = places[lane]
        if place.samples > 0 {
            load.record(
                state[lane: lane], member: place.member, segment: place.segment, sample: place.samples)
        }
        let goesOn = load.goesOn(after: place.segment, member: place.member)
        if place.segment + 1 == load.segments(of: place.member) {
            end(lane, .success(place.statistics), &load)
        } else if goesOn {
            begin(place.segment + 1, lane, &load)
        } else {
            end(lane, .failure(.cancelled), &load)
        }
        if !goesOn { isStopped = true }
    }

    /// Reports a member and takes the next.
    @inlinable
    mutating func end(_ lane: Int, _ outcome: Result<RunStatistics, SolverFailure>, _ load: inout Load) {
        if !load.finish(places[lane].member, outcome) { isStopped = true }
        if !isStopped { take(lane, &load) }
    }

    /// Gives a lane the next member, or leaves it idle.
    @inlinable
    mutating func take(_ lane: Int, _ load: inout Load) {
        guard let member = waiting.popFirst() else {
            places[lane].isBusy = false
            places[lane].nextSampleTime = .infinity
            return
        }
        places[lane] = LanePlace(member: member)
        state[lane: lane] = load.start(of: member)
        begin(0, lane, &load)
    }

    /// Starts a segment in a lane.
    @inlinable
    mutating func begin(_ segment: Int, _ lane: Int, _ load: inout Load) {
        let member = places[lane].member
        load.prepare(&system, lane: lane, member: member, segment: segment)
        places[lane].begin(
            segment: segment, duration: load.duration(of: segment, member: member),
            samples: load.samples(in: segment, member: member), firstStep: settings.firstStep)
        step[lane: lane] = places[lane].step
    }
}
