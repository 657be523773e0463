/// The cases received, found by the bytes of their identifiers; shared by every worker.
public final class CaseIndex: Sendable {
    /// Written before the index is made, and never after. Its entries are the cases in their order
    /// and then those that only the list of withdrawals has.
    private let table: ByteTable
    /// What stands for the cases that only the list of withdrawals has.
    private let withdrawnOnly: [Int32]

    /// Persons whose consent is withdrawn, in their cases.
    private let withdrawn: ByteTable
    /// Whether anybody has withdrawn consent.
    let hasWithdrawals: Bool
    /// What stands for a case whose consent is withdrawn.
    private static let withdrawnCase: Int32 = -2
    /// How many cases there are.
    public let count: Int

    /// Makes an index of cases whose identifiers stand in a table in the order of the cases.
    init(_ table: consuming ByteTable, withdrawals: Withdrawals) {
        var table = table
        let count = table.count
        var others: [Int32] = []
        for identifier in withdrawals.cases.sorted() {
            _ = table.intern(padded: Array(identifier.utf8)[...])
            if count + others.count < table.count { others.append(CaseIndex.withdrawnCase) }
        }
        var withdrawn = ByteTable(expecting: 16)
        for (owner, persons) in withdrawals.persons.sorted(by: { $0.key < $1.key }) {
            let entry = table.intern(padded: Array(owner.utf8)[...])
            // A case that no file of cases has is a scope of its own, below all other cases.
            if count + others.count < table.count { others.append(-3 - entry) }
            let scope = Int(entry) < count ? entry : others[Int(entry) - count]
            for person in persons.sorted() {
                _ = withdrawn.intern(padded: Array(person.utf8)[...], scope: scope)
            }
        }
        hasWithdrawals = !withdrawals.isEmpty
        withdrawnOnly = others
        self.count = count
        self.table = table
        self.withdrawn = withdrawn
    }

    /// An index of no cases, for a filter that looks none up.
    static let empty = CaseIndex(ByteTable(), withdrawals: Withdrawals())

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
        let entry = Int(table.find(start, cell.count))
        return entry < count ? Int32(truncatingIfNeeded: entry) : withdrawnOnly[entry - count]
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
