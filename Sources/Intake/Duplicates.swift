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

/// What makes rows the same assessment, as two words a row; of the rows that may be, since most
/// persons' rows follow one another in time.
private struct AssessmentKeys {
    /// The rows of persons who have a row that is no later than the one before.
    private let rows: [Int32]
    /// Person and date: the person belongs to one case.
    private let people: [UInt64]
    /// Session, edition and informant.
    private let forms: [UInt64]

    init(_ table: ScoredAssessments) {
        rows = AssessmentKeys.rowsInQuestion(table)
        people = rows.map { row in
            let row = Int(row)
            return UInt64(UInt32(bitPattern: table.persons[row])) << 32
                | UInt64(UInt32(bitPattern: table.dates[row]))
        }
        forms = rows.map { row in
            let row = Int(row)
            return UInt64(UInt32(bitPattern: table.sessions[row])) << 16
                | UInt64(table.editions[row]) << 8 | UInt64(table.informants[row])
        }
    }

    private static func rowsInQuestion(_ table: ScoredAssessments) -> [Int32] {
        var newest = [Int32](repeating: .min, count: Int(table.persons.max() ?? -1) + 1)
        // Days stay far below the greatest number, which so is no later than itself.
        let mixed = Int32.max
        var isAnyMixed = false
        for row in table.persons.indices {
            let person = Int(table.persons[row])
            if table.dates[row] > newest[person] {
                newest[person] = table.dates[row]
            } else {
                newest[person] = mixed
                isAnyMixed = true
            }
        }
        guard isAnyMixed else { return [] }
        return table.persons.indices.lazy.filter { newest[Int(table.persons[$0])] == mixed }
            .map { Int32($0) }
    }

    /// Calls `settle` for every row that has the key of an earlier one, with the row that counts
    /// so far; it gives the row that counts from then on.
    func eachClash(_ settle: (_ earlier: Int, _ later: Int) -> Int) {
        var capacity = 16
        while capacity < rows.count * 2 { capacity *= 2 }
        // The place among the rows with a key, and the row of that key that counts.
        var slots = [(place: Int32, row: Int32)](repeating: (-1, -1), count: capacity)
        slots.withUnsafeMutableBufferPointer { slots in
            for place in rows.indices {
                var at = Int(truncatingIfNeeded: hash(place) >> 20) & (capacity - 1)
                while slots[at].place >= 0, !isSame(Int(slots[at].place), place) {
                    at = (at + 1) & (capacity - 1)
                }
                if slots[at].place < 0 {
                    slots[at] = (Int32(place), rows[place])
                } else {
                    slots[at].row = Int32(settle(Int(slots[at].row), Int(rows[place])))
                }
            }
        }
    }

    private func isSame(_ a: Int, _ b: Int) -> Bool {
        people[a] == people[b] && forms[a] == forms[b]
    }

    private func hash(_ place: Int) -> UInt64 {
        var mixer = Mixer()
        mixer.add(people[place])
        mixer.add(forms[place])
        return mixer.value
    }
}
