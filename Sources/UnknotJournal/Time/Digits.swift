extension Int {
    /// At least so many digits, with zeros in front. Not below zero.
    func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }

    /// The number that ASCII digits stand for; nothing for anything else.
    init?(digits: some Sequence<UInt8>) {
        var number = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (product, isOver) = number.multipliedReportingOverflow(by: 10)
            guard !isOver else { return nil }
            number = product + Int(byte - UInt8(ascii: "0"))
        }
        self = number
    }

    /// Divided and rounded down, also below zero.
    func floored(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Int64 {
    /// Of milliseconds: the whole seconds, rounded down.
    var flooredSeconds: Int64 { Int64(Int(self).floored(by: 1_000)) }
}
