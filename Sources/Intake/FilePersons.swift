import Basics
import Model

/// The persons of one file, in order of arrival, each in a case.
public struct FilePersons: Sendable {
    /// Index of each person's case.
    var cases: [Int32] = []
    var roles: [FamilyRole] = []
    /// Identifiers' bytes and some more that may be read, and where each identifier ends.
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// How many persons there are.
    public var count: Int { cases.count }

    /// As many as a key reads of the shortest identifier.
    private static let padding = 16

    init() {}

    init(_ table: borrowing ByteTable, roles: [FamilyRole]) {
        self.roles = roles
        cases = table.scopes
        bytes.reserveCapacity(table.withArena(\.count) + FilePersons.padding)
        table.withArena { bytes += $0 }
        bytes += repeatElement(0, count: FilePersons.padding)
        ends = (0..<table.count).map { table.range($0).upperBound }
    }
}

extension FamilyRole {
    /// What somebody is who is called both: a child before a parent before unknown.
    static func joined(_ a: FamilyRole, _ b: FamilyRole) -> FamilyRole {
        if a == .child || b == .child { return .child }
        return a == .parent || b == .parent ? .parent : .unknown
    }
}
