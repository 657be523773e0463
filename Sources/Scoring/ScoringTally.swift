import Basics
import Model

/// How many rows of one file were scored, scale by scale, and why others were not.
public struct ScoringTally: Sendable, Hashable {
    /// How many lines are kept of each reason.
    public static let kept = Findings.kept

    /// How many rows were looked at.
    public internal(set) var rows = 0
    private let scaleCount: Int
    private var scoredCounts: [Int]
    private var unscoredCounts: [Int]
    private var rowCounts: [Int]
    private var firstLines: [[Int32]]

    /// Makes an empty tally for an instrument of so many scales.
    public init(scaleCount: Int) {
        let reasons = UnscoredReason.allCases.count
        self.scaleCount = scaleCount
        scoredCounts = Array(repeating: 0, count: scaleCount)
        unscoredCounts = Array(repeating: 0, count: scaleCount * reasons)
        rowCounts = Array(repeating: 0, count: reasons)
        firstLines = Array(repeating: [], count: reasons)
    }

    /// How many rows gave a score on a scale.
    public func scored(scale: Int) -> Int { scoredCounts[scale] }

    /// How many rows gave no score on a scale for a reason.
    public func unscored(scale: Int, _ reason: UnscoredReason) -> Int {
        unscoredCounts[Int(reason.rawValue) * scaleCount + scale]
    }

    /// How many rows lack at least one score for a reason.
    public func rows(_ reason: UnscoredReason) -> Int { rowCounts[Int(reason.rawValue)] }

    /// The lines of the first rows that lack a score for a reason.
    public func lines(_ reason: UnscoredReason) -> [Int32] { firstLines[Int(reason.rawValue)] }

    /// Adds the counts of another tally of the same instrument; of lines the first stay.
    public mutating func merge(_ other: ScoringTally) {
        precondition(
            scaleCount == other.scaleCount,
            "tallies of \(scaleCount) and \(other.scaleCount) scales")
        rows += other.rows
        for index in scoredCounts.indices { scoredCounts[index] += other.scoredCounts[index] }
        for index in unscoredCounts.indices {
            unscoredCounts[index] += other.unscoredCounts[index]
        }
        for index in rowCounts.indices {
            rowCounts[index] += other.rowCounts[index]
            let room = ScoringTally.kept - firstLines[index].count
            firstLines[index] += other.firstLines[index].prefix(max(0, room))
        }
    }

    /// Notes a row that was scored by itself.
    public mutating func note(_ row: ScoredRow, line: Int32) {
        rows += 1
        var reasons: [UnscoredReason] = []
        for score in row.scores {
            guard let reason = score.reason else {
                scoredCounts[score.scale] += 1
                continue
            }
            countUnscored(scale: score.scale, reason)
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        for reason in reasons { countRow(reason, line: line) }
    }

    /// Reports the rows whose age, interval or totals are wrong, each as a warning.
    public func report(file: String, into findings: inout Findings) {
        for reason in UnscoredReason.allCases {
            guard let code = reason.code, rows(reason) > 0 else { continue }
            for line in lines(reason) {
                let place = Place(file, line: Int(line))
                findings.report(Finding(code, .warning, at: place, reason.sentence))
            }
            let kind = Findings.Kind(file: file, code: code, severity: .warning)
            findings.count(kind, times: rows(reason) - lines(reason).count)
        }
    }
}

extension ScoringTally {
    mutating func countRows(_ count: Int) { rows += count }

    /// Forgets that a reason was ever met.
    mutating func forget(_ reason: UnscoredReason) {
        let index = Int(reason.rawValue)
        rowCounts[index] = 0
        firstLines[index] = []
        for scale in 0..<scaleCount { unscoredCounts[index * scaleCount + scale] = 0 }
    }

    mutating func countScored(_ counts: UnsafePointer<Int>) {
        for scale in 0..<scaleCount { scoredCounts[scale] += counts[scale] }
    }

    mutating func countUnscored(scale: Int, _ reason: UnscoredReason) {
        unscoredCounts[Int(reason.rawValue) * scaleCount + scale] += 1
    }

    mutating func countRow(_ reason: UnscoredReason, line: Int32) {
        let index = Int(reason.rawValue)
        rowCounts[index] += 1
        if firstLines[index].count < ScoringTally.kept { firstLines[index].append(line) }
    }
}
