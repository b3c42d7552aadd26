import UnknotJournalSQL

/// The values of a statement, laid out as libpq wants them.
struct PostgresParameters {
    /// All values one after the other, each with a zero behind it.
    private var bytes: [CChar] = []
    /// Where each starts; nil for null.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    /// 0 for text, 1 for raw bytes.
    private var formats: [Int32] = []

    /// Lays values out.
    init(_ values: [SQLValue]) {
        for value in values {
            switch value {
            case .null: append(nil, format: 0)
            case .integer(let number): append(Array(String(number).utf8), format: 0)
            case .text(let text): append(Array(text.utf8), format: 0)
            case .bytes(let raw): append(raw, format: 1)
            }
        }
    }

    private mutating func append(_ value: [UInt8]?, format: Int32) {
        starts.append(value.map { _ in bytes.count })
        lengths.append(Int32(value?.count ?? 0))
        formats.append(format)
        guard let value else { return }
        bytes += value.lazy.map { CChar(bitPattern: $0) }
        bytes.append(0)
    }

    /// Calls with pointers that are good during the call: values, lengths and formats, as many as `count`.
    ///
    /// Safe: every start lies inside the bytes, which do not move while their pointer is in use, and every value ends with
    /// a zero or has its length given.
    func withPointers<Result>(
        _ use: (
            _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
            _ formats: UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            let values = unsafe starts.map { start in
                unsafe start.flatMap { start in unsafe buffer.baseAddress.map { unsafe $0 + start } }
            }
            return unsafe values.withUnsafeBufferPointer { values in
                unsafe lengths.withUnsafeBufferPointer { lengths in
                    unsafe formats.withUnsafeBufferPointer { formats in
                        unsafe use(
                            Int32(starts.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
