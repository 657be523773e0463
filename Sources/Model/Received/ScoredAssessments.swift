import Basics

/// Every scored assessment of one instrument, in columns; one row an assessment.
///
/// A score is `numerators[row * scaleCount + scale]` over `denominators[…]`; a denominator of 0
/// means that the scale could not be scored.
public struct ScoredAssessments: Sendable {
    /// The instrument's name, such as `sdq`.
    public let instrument: String
    /// How many scales a row has; the instrument's scales in their declared order.
    public let scaleCount: Int

    /// Index of the case among the cases received.
    public var cases: [Int32] = []
    /// Index of the person among the persons received.
    public var persons: [Int32] = []
    /// Days since 1970-01-01.
    public var dates: [Int32] = []
    /// Days since 1970-01-01, or `AssessmentBatch.none`.
    public var birthDates: [Int32] = []
    /// Session number, or `AssessmentBatch.none`.
    public var sessions: [Int32] = []
    /// The line on which the record starts.
    public var lines: [Int32] = []
    /// Index of the file among the files received.
    public var files: [Int16] = []
    /// Index among the instrument's informants, or `AssessmentBatch.noCode`.
    public var informants: [UInt8] = []
    /// Index among the instrument's editions.
    public var editions: [UInt8] = []
    /// Index among the edition's forms (an age version, an interval), or `noCode` when the
    /// instrument has none.
    public var forms: [UInt8] = []
    /// Hash of the typed content.
    public var contentHashes: [UInt64] = []
    /// Score numerators, row by row.
    public var numerators: [Int32] = []
    /// Score denominators, row by row; 0 where there is no score.
    public var denominators: [UInt16] = []

    /// Makes an empty table.
    public init(instrument: String, scaleCount: Int) {
        self.instrument = instrument
        self.scaleCount = scaleCount
    }

    /// How many assessments there are.
    public var count: Int { cases.count }

    /// The score of a scale in a row, or nothing.
    public func score(row: Int, scale: Int) -> Ratio? {
        let at = row * scaleCount + scale
        let denominator = denominators[at]
        return denominator == 0
            ? nil : Ratio(Int64(numerators[at]), over: Int64(denominator))
    }
}
