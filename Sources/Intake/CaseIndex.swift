/// The cases received, found by the bytes of their identifiers; shared by every worker.
public final class CaseIndex: Sendable {
    /// Written before the index is made, and never after.
    private let table: ByteTable
    /// The position of each entry among the cases in byte order.
    private let positions: [Int32]

    /// Persons whose consent is withdrawn, in their cases.
    private let withdrawn: ByteTable
    /// Whether anybody has withdrawn consent.
    let hasWithdrawals: Bool
    /// The position of a case whose consent is withdrawn.
    private static let withdrawnCase: Int32 = -2
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
            // A case that no file of cases has is a scope of its own, below all other positions.
            if positions.count < table.count { positions.append(-3 - entry) }
            for person in persons.sorted() {
                _ = withdrawn.intern(
                    padded: Array(person.utf8)[...], scope: positions[Int(entry)])
            }
        }
        hasWithdrawals = !withdrawals.isEmpty
        self.table = table
        self.positions = positions
        self.withdrawn = withdrawn
    }

    /// An index of no cases, for a filter that looks none up.
    static let empty = CaseIndex(ByteTable(), positions: [], withdrawals: Withdrawals())

    /// Which entry of the list of withdrawals a case, or a person of it, falls under, if any.
    func withdrawal(case owner: Cell, person: Cell?) -> Withdrawals.Entry? {
        let found = find(owner)
        if found == CaseIndex.withdrawnCase { return Withdrawals.Entry(case: owner.text) }
        guard let person, let start = person.baseAddress,
            withdrawn.find(start, person.count, scope: found) >= 0
        else { return nil }
        return Withdrawals.Entry(case: owner.text, person: person.text)
    }

    /// The index of a case, or a negative number; 16 bytes must be readable from the cell's start.
    @inline(__always)
    func find(_ cell: Cell) -> Int32 {
        guard let start = cell.baseAddress else { return -1 }
        let entry = table.find(start, cell.count)
        return entry < 0 ? -1 : positions[Int(entry)]
    }

    /// Has memory fetched that finding a case will read; 16 bytes must be readable.
    @inline(__always)
    func fetchAhead(_ cell: Cell) {
        if let start = cell.baseAddress, !cell.isEmpty { table.fetchAhead(start, cell.count) }
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
