/// Texts as a list of C's strings that ends with nil.
struct CStrings {
    private var bytes: [CChar] = []
    private var starts: [Int] = []

    /// Copies texts.
    init(_ texts: [String]) {
        for text in texts {
            starts.append(bytes.count)
            bytes += text.utf8.lazy.map { CChar(bitPattern: $0) }
            bytes.append(0)
        }
    }

    /// Calls with the list, which is good during the call.
    ///
    /// Safe: every start lies inside the bytes, which do not move while their pointer is in use, and a zero follows each.
    func withPointers<Result>(_ use: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var pointers: [UnsafePointer<CChar>?] = unsafe starts.map { start in
                unsafe buffer.baseAddress.map { unsafe $0 + start }
            }
            unsafe pointers.append(nil)
            return unsafe pointers.withUnsafeBufferPointer { unsafe use($0.baseAddress) }
        }
    }
}
