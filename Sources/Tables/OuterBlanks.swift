/// Looks for spaces and tabs that libcsv would take away: those at either end of a field.
struct OuterBlanks {
    private typealias Bytes = SIMD16<UInt8>

    private let delimiter: UInt8

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Whether there may be one in whole lines without a quote, of which 16 bytes more must be
    /// readable.
    func mayStand(in lines: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = lines.baseAddress else { return false }
        let text = UnsafeRawPointer(start)
        var found = isBlank(Bytes(repeating: lines[0]))
        for at in stride(from: 0, to: lines.count, by: Bytes.scalarCount) {
            let here = text.loadUnaligned(fromByteOffset: at, as: Bytes.self)
            let next = text.loadUnaligned(fromByteOffset: at + 1, as: Bytes.self)
            found .|= (isBlank(here) .& isEdge(next)) .| (isEdge(here) .& isBlank(next))
        }
        return any(found)
    }

    @inline(__always)
    private func isBlank(_ bytes: Bytes) -> SIMDMask<Bytes.MaskStorage> {
        (bytes .== Bytes(repeating: 32)) .| (bytes .== Bytes(repeating: 9))
    }

    /// Whether a field ends or starts there.
    @inline(__always)
    private func isEdge(_ bytes: Bytes) -> SIMDMask<Bytes.MaskStorage> {
        (bytes .== Bytes(repeating: delimiter)) .| (bytes .== Bytes(repeating: 10))
            .| (bytes .== Bytes(repeating: 13))
    }
}
