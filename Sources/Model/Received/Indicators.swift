import Basics

/// Register figures and professionals' ratings, in columns; one row a value.
public struct Indicators: Sendable {
    public var cases: [Int32] = []
    /// Index among the persons received, or -1 when the value is the family's.
    public var persons: [Int32] = []
    /// Days since 1970-01-01.
    public var dates: [Int32] = []
    /// Index into `indicatorNames`.
    public var indicators: [Int32] = []
    public var values: [Ratio] = []
    /// Index among the files of indicators, in the byte order of their names.
    public var files: [Int16] = []
    /// The line on which the record starts.
    public var lines: [Int32] = []
    /// Such as `absence-hours` or `in-work`, in byte order.
    public var indicatorNames: [String] = []

    /// Makes an empty table.
    public init() {}

    /// How many values there are.
    public var count: Int { cases.count }
}

/// Where a family's goal stands.
public enum GoalStatus: String, Sendable, Hashable, CaseIterable {
    case open
    case reached
    case partly
    case dropped
}

/// The goals that families have set, in columns; one row a goal.
public struct Goals: Sendable {
    public var cases: [Int32] = []
    /// Identifiers as the input has them: private.
    public var identifiers: [String] = []
    /// Days since 1970-01-01.
    public var setDates: [Int32] = []
    /// Days since 1970-01-01, or `AssessmentBatch.none`.
    public var dueDates: [Int32] = []
    /// Days since 1970-01-01, or `AssessmentBatch.none`.
    public var statusDates: [Int32] = []
    public var statuses: [GoalStatus] = []
    /// Index among the files of goals, in the byte order of their names.
    public var files: [Int16] = []
    public var lines: [Int32] = []

    /// Makes an empty table.
    public init() {}

    /// How many goals there are.
    public var count: Int { cases.count }
}

/// Change stories in the families' words: private, never published.
public struct Stories: Sendable {
    public var cases: [Int32] = []
    /// Days since 1970-01-01.
    public var dates: [Int32] = []
    /// The text with civil registration numbers masked.
    public var texts: [String] = []
    /// Index among the files of stories, in the byte order of their names.
    public var files: [Int16] = []

    /// Makes an empty table.
    public init() {}

    /// How many stories there are.
    public var count: Int { cases.count }
}
