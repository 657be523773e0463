/// The cases received, found by the bytes of their identifiers; shared by every worker.
public final class CaseIndex: Sendable {
    /// Written before the index is made, and never after.
    private let table: ByteTable
    /// The position of each entry among the cases in byte order.
    private let positions: [Int32]

    init(_ table: consuming ByteTable, positions: [Int32]) {
        self.table = table
        self.positions = positions
    }

    /// How many cases there are.
    public var count: Int { positions.count }

    /// The index of a case, or -1; 16 bytes must be readable from the cell's start.
    @inline(__always)
    func find(_ cell: Cell) -> Int32 {
        guard let start = cell.baseAddress else { return -1 }
        let entry = table.find(start, cell.count)
        return entry < 0 ? -1 : positions[Int(entry)]
    }

    /// The index of a case by its identifier, or nothing.
    public func index(of identifier: String) -> Int? {
        let bytes = Array(identifier.utf8)
        let padded = bytes + [UInt8](repeating: 0, count: 16)
        let found = padded.withUnsafeBufferPointer { find(Cell(rebasing: $0[..<bytes.count])) }
        return found < 0 ? nil : Int(found)
    }
}

// The table is frozen once it is in the index: workers only look identifiers up.
extension ByteTable: @unchecked Sendable {}
