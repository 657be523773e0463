import Basics
import Model

/// Which assessments of an instrument count, once those that stand twice are settled.
public struct SettledDuplicates: Sendable {
    /// For each row, whether it counts.
    public var kept: [Bool]
    /// How many rows of each file do not count because another row says who, when and by whom.
    public var duplicatesByFile: [Int]
    /// Assessments that stand twice with different content.
    public var findings = Findings()
}

/// Settles rows that are one assessment: of the same case, person, edition, informant and date,
/// and for FIT the same session.
///
/// The bytewise later path counts, and in one file the later line; where the content is not the
/// same, with a warning. `files` are the paths that rows index.
public func settleDuplicates(_ table: ScoredAssessments, files: [String]) -> SettledDuplicates {
    var settled = SettledDuplicates(
        kept: [Bool](repeating: true, count: table.count),
        duplicatesByFile: [Int](repeating: 0, count: files.count))
    let rank = ranks(of: files)
    let keys = AssessmentKeys(table)
    keys.eachClash { earlier, later in
        let isLater = isLater(later, than: earlier, table, rank)
        let (winner, loser) = isLater ? (later, earlier) : (earlier, later)
        settled.kept[loser] = false
        settled.duplicatesByFile[Int(table.files[loser])] += 1
        if table.contentHashes[winner] != table.contentHashes[loser] {
            settled.findings.report(clash(winner, loser, table, files))
        }
        return winner
    }
    return settled
}

private func clash(
    _ winner: Int, _ loser: Int, _ table: ScoredAssessments, _ files: [String]
) -> Finding {
    let place = Place(files[Int(table.files[winner])], line: Int(table.lines[winner]))
    return Finding(
        .assessmentTwice, .warning, at: place,
        "the same assessment stands in \(files[Int(table.files[loser])]), line "
            + "\(table.lines[loser]), with other content; this row counts")
}

private func isLater(
    _ a: Int, than b: Int, _ table: ScoredAssessments, _ rank: [Int]
) -> Bool {
    let (fileA, fileB) = (rank[Int(table.files[a])], rank[Int(table.files[b])])
    return fileA != fileB ? fileA > fileB : table.lines[a] > table.lines[b]
}

/// The position of each path in byte order.
private func ranks(of files: [String]) -> [Int] {
    let order = files.indices.sorted { files[$0].utf8.lexicographicallyPrecedes(files[$1].utf8) }
    var ranks = [Int](repeating: 0, count: files.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
}

/// What makes rows the same assessment, as two words a row.
private struct AssessmentKeys {
    /// Person and date: the person belongs to one case.
    private let people: [UInt64]
    /// Session, edition and informant.
    private let forms: [UInt64]

    init(_ table: ScoredAssessments) {
        people = (0..<table.count).map {
            UInt64(UInt32(bitPattern: table.persons[$0])) << 32
                | UInt64(UInt32(bitPattern: table.dates[$0]))
        }
        forms = (0..<table.count).map {
            UInt64(UInt32(bitPattern: table.sessions[$0])) << 16
                | UInt64(table.editions[$0]) << 8 | UInt64(table.informants[$0])
        }
    }

    /// Calls `settle` for every row that has the key of an earlier one, with the row that counts
    /// so far; it gives the row that counts from then on.
    func eachClash(_ settle: (_ earlier: Int, _ later: Int) -> Int) {
        var capacity = 16
        while capacity < people.count * 2 { capacity *= 2 }
        var slots = [Int32](repeating: -1, count: capacity)
        slots.withUnsafeMutableBufferPointer { slots in
            for row in people.indices {
                var at = Int(truncatingIfNeeded: hash(row) >> 20) & (capacity - 1)
                while slots[at] >= 0, !isSame(Int(slots[at]), row) {
                    at = (at + 1) & (capacity - 1)
                }
                slots[at] = slots[at] < 0 ? Int32(row) : Int32(settle(Int(slots[at]), row))
            }
        }
    }

    private func isSame(_ a: Int, _ b: Int) -> Bool {
        people[a] == people[b] && forms[a] == forms[b]
    }

    private func hash(_ row: Int) -> UInt64 {
        var mixer = Mixer()
        mixer.add(people[row])
        mixer.add(forms[row])
        return mixer.value
    }
}
