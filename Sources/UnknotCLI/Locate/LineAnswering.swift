import Unknot

/// Answers one JSON object a line, each as soon as it is read.
struct LineAnswering {
    let engine: Engine
    /// What is asked of the engine.
    var answer: (Engine, [UInt8]) throws -> Engine.Reply = { try $0.locate(json: $1) }

    /// Reads to the end of the input, or until Ctrl-C.
    ///
    /// - Returns: The status with which the program should end.
    func run(_ input: IntakeInput) throws -> Int32 {
        Interruption.watch()
        let stream = try input.open()
        var lines = LineSplitter(limit: IntakeDocument.maximumBytes)
        var hasFailed = false
        var fault: (any Error)?
        func use(_ line: LineSplitter.Line) {
            guard fault == nil, !Interruption.happened else { return }
            do {
                let reply = try reply(to: line)
                OutputStream.write(reply.bytes + [UInt8(ascii: "\n")])
                if !reply.isAnswer { hasFailed = true }
            } catch {
                fault = error
            }
        }
        while fault == nil, !Interruption.happened {
            let piece = try input.next(stream)
            if piece.isEmpty { break }
            lines.feed(piece, use)
        }
        if !Interruption.happened { lines.finish(use) }
        if let fault { throw fault }
        if Interruption.happened { return ExitStatus.interrupted }
        return hasFailed ? ExitStatus.badInput : 0
    }

    /// The answer to one line, or the error object that takes its place.
    func reply(to line: LineSplitter.Line) throws -> (bytes: [UInt8], isAnswer: Bool) {
        switch line {
        case .tooLong:
            return (Array(try engine.json(for: IntakeInput.tooLarge())), false)
        case .text(let bytes):
            switch try answer(engine, bytes) {
            case .answer(let data): return (Array(data), true)
            case .refused(let data, _): return (Array(data), false)
            }
        }
    }
}
