import Basics

/// The cases of a run, in columns, in the order of `case_id`'s bytes.
///
/// A case belongs to one programme, municipality and team and has a start and perhaps an end.
public struct Cases: Sendable {
    /// Identifiers as the input has them: private, pseudonymised before anything is written.
    public var identifiers: [String] = []
    /// Days since 1970-01-01.
    public var starts: [Int32] = []
    /// Days since 1970-01-01, or `AssessmentBatch.none` while the case is open.
    public var ends: [Int32] = []
    /// Index into `programmeNames`.
    public var programmes: [Int32] = []
    /// Index into `municipalityNames`.
    public var municipalities: [Int32] = []
    /// Index into `teamNames`.
    public var teams: [Int32] = []
    /// Index into `endReasonNames`, or -1.
    public var endReasons: [Int32] = []
    /// Index into `phaseNames`, or -1.
    public var phases: [Int32] = []
    /// Index among the files of cases, in the byte order of their names.
    public var files: [Int16] = []

    public var programmeNames: [String] = []
    public var municipalityNames: [String] = []
    public var teamNames: [String] = []
    public var endReasonNames: [String] = []
    public var phaseNames: [String] = []

    /// Makes an empty table.
    public init() {}

    /// How many cases there are.
    public var count: Int { identifiers.count }

    /// The day on which a case started.
    public func start(_ index: Int) -> CalendarDate { CalendarDate(days: starts[index]) }

    /// The day on which a case ended, or nothing while it is open.
    public func end(_ index: Int) -> CalendarDate? {
        ends[index] == AssessmentBatch.none ? nil : CalendarDate(days: ends[index])
    }
}

/// Who a person is in a family.
public enum FamilyRole: UInt8, Sendable, Hashable, CaseIterable {
    case parent
    case child
    case unknown
}

/// The persons of a run: each belongs to one case.
public struct Persons: Sendable {
    /// Identifiers as the input has them: private, pseudonymised before anything is written.
    public var identifiers: [String] = []
    /// Index of each person's case.
    public var cases: [Int32] = []
    public var roles: [FamilyRole] = []

    /// Makes an empty table.
    public init() {}

    /// How many persons there are.
    public var count: Int { identifiers.count }
}
