/// The cases received, found by the bytes of their identifiers; shared by every worker.
public final class CaseIndex: Sendable {
    /// Written before the index is made, and never after.
    private let table: ByteTable
    /// The position of each entry among the cases in byte order.
    private let positions: [Int32]

    /// Persons whose consent is withdrawn, in their cases.
    private let withdrawn: ByteTable
    private let hasWithdrawn: Bool
    /// The position of a case whose consent is withdrawn.
    static let withdrawnCase: Int32 = -2
    /// How many cases there are.
    public let count: Int

    init(_ table: consuming ByteTable, positions: [Int32], withdrawals: Withdrawals) {
        var table = table
        var positions = positions
        count = positions.count
        var withdrawn = ByteTable(expecting: 16)
        for identifier in withdrawals.cases.sorted() {
            _ = table.intern(padded: Array(identifier.utf8)[...])
            if positions.count < table.count { positions.append(CaseIndex.withdrawnCase) }
        }
        for (owner, persons) in withdrawals.persons.sorted(by: { $0.key < $1.key }) {
            let entry = table.intern(padded: Array(owner.utf8)[...])
            if positions.count < table.count { positions.append(-1) }
            for person in persons.sorted() where positions[Int(entry)] >= 0 {
                _ = withdrawn.intern(
                    padded: Array(person.utf8)[...], scope: positions[Int(entry)])
            }
        }
        hasWithdrawn = withdrawn.count > 0
        self.table = table
        self.positions = positions
        self.withdrawn = withdrawn
    }

    /// An index of no cases, for a filter that looks none up.
    static let empty = CaseIndex(ByteTable(), positions: [], withdrawals: Withdrawals())

    /// Whether a person of a case has withdrawn consent.
    @inline(__always)
    func isWithdrawn(_ person: Cell, case owner: Int32) -> Bool {
        guard hasWithdrawn, let start = person.baseAddress else { return false }
        return withdrawn.find(start, person.count, scope: owner) >= 0
    }

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
