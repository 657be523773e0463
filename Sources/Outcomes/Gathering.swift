import Basics
import Model

/// Every assessment that counts, sorted into strands by case and person.
struct Gathering {
    var strands = Strands()
    /// Where each case's strands begin, by case; one more than there are cases.
    var strandStarts: [Int32] = []
    /// Persons by case.
    let family: Buckets
    /// How many rows were left out, by instrument and reason.
    var unused: [[Int]]

    private struct Entry {
        /// Instrument, edition, informant, date and session: strands in order, then by date.
        var key: UInt64
        var row: Int32
    }

    init(_ input: OutcomeInput, _ sheets: [Sheet]) {
        family = Buckets(of: input.persons.cases, count: input.cases.count)
        unused = Array(
            repeating: Array(repeating: 0, count: UnusedCount.Reason.allCases.count),
            count: sheets.count)
        let (starts, entries) = sortByPerson(input, sheets)
        cut(entries, starts, input, sheets)
    }

    /// Lays the rows that count out by person: a counting sort, two passes over each table.
    private mutating func sortByPerson(
        _ input: OutcomeInput, _ sheets: [Sheet]
    ) -> (starts: [Int32], entries: [Entry]) {
        var counts = [Int32](repeating: 0, count: input.persons.count + 1)
        var counted: [[Bool]] = []
        for (instrument, table) in input.scored.enumerated() {
            var kept = [Bool](repeating: false, count: table.count)
            for row in 0..<table.count {
                if let reason = reasonAgainst(row, of: table, input) {
                    unused[instrument][reason.ordinal] += 1
                } else {
                    kept[row] = true
                    counts[Int(table.persons[row])] += 1
                }
            }
            counted.append(kept)
        }
        let starts = runningTotal(&counts)
        let total = Int(starts[input.persons.count])
        var entries = [Entry](repeating: Entry(key: 0, row: 0), count: total)
        var next = starts
        for (instrument, table) in input.scored.enumerated() {
            let sheet = sheets[instrument]
            for row in 0..<table.count where counted[instrument][row] {
                let person = Int(table.persons[row])
                entries[Int(next[person])] = Entry(
                    key: key(instrument, row, sheet), row: Int32(row))
                next[person] += 1
            }
        }
        return (starts, entries)
    }

    private func reasonAgainst(
        _ row: Int, of table: ScoredAssessments, _ input: OutcomeInput
    ) -> UnusedCount.Reason? {
        let date = table.dates[row]
        let start = input.cases.starts[Int(table.cases[row])]
        let birth = table.birthDates[row]
        if start > input.asOf.days { return .caseNotStarted }
        if date > input.asOf.days { return .afterAsOf }
        if birth != AssessmentBatch.none, date < birth { return .beforeBirth }
        return date < start - daysBeforeStart ? .longBeforeStart : nil
    }

    private func key(_ instrument: Int, _ row: Int, _ sheet: Sheet) -> UInt64 {
        // 2²⁰ days are 2,870 years; a session has at most six figures.
        let day = UInt64(max(0, Int64(sheet.dates[row]) + 1 << 19)) & 0xF_FFFF
        let session = UInt64(max(0, sheet.sessions[row])) & 0xF_FFFF
        return UInt64(UInt8(clamping: instrument)) << 56 | UInt64(sheet.editions[row]) << 48
            | UInt64(sheet.informants[row]) << 40 | day << 20 | session
    }

    /// Sorts each person's rows and cuts them into strands, case by case.
    private mutating func cut(
        _ sorted: [Entry], _ starts: [Int32], _ input: OutcomeInput, _ sheets: [Sheet]
    ) {
        var entries = sorted
        let hashes = input.scored.map(\.contentHashes)
        strands.rows.reserveCapacity(entries.count)
        strandStarts.reserveCapacity(input.cases.count + 1)
        for caseIndex in 0..<input.cases.count {
            strandStarts.append(Int32(strands.count))
            for person in family[caseIndex] {
                let range = Int(starts[Int(person)])..<Int(starts[Int(person) + 1])
                Gathering.sort(&entries, range, hashes)
                append(entries[range], person, Int32(caseIndex))
            }
        }
        strandStarts.append(Int32(strands.count))
    }

    private mutating func append(
        _ entries: ArraySlice<Entry>, _ person: Int32, _ caseIndex: Int32
    ) {
        var current: UInt64?
        for entry in entries {
            let strand = entry.key >> 40
            if strand != current {
                if current != nil { strands.starts.append(Int32(strands.rows.count)) }
                current = strand
                strands.cases.append(caseIndex)
                strands.persons.append(person)
                strands.instruments.append(Int16(strand >> 16))
                strands.editions.append(UInt8(strand >> 8 & 0xFF))
                strands.informants.append(UInt8(strand & 0xFF))
            }
            strands.rows.append(entry.row)
        }
        if current != nil { strands.starts.append(Int32(strands.rows.count)) }
    }

    /// By key; among equal ones by content, whatever the order of the rows.
    private static func comesBefore(_ a: Entry, _ b: Entry, _ hashes: [[UInt64]]) -> Bool {
        if a.key != b.key { return a.key < b.key }
        let known = hashes[Int(a.key >> 56)]
        return known.isEmpty ? false : known[Int(a.row)] < known[Int(b.row)]
    }

    /// Sorts by insertion: a person has few rows, and exports mostly stand in order of date.
    private static func sort(
        _ entries: inout [Entry], _ range: Range<Int>, _ hashes: [[UInt64]]
    ) {
        guard range.count <= 64 else {
            entries[range].sort { comesBefore($0, $1, hashes) }
            return
        }
        for end in range.dropFirst() {
            let entry = entries[end]
            var at = end
            while at > range.lowerBound, comesBefore(entry, entries[at - 1], hashes) {
                entries[at] = entries[at - 1]
                at -= 1
            }
            entries[at] = entry
        }
    }
}

/// How many days before its case's start an assessment may lie and still count.
let daysBeforeStart: Int32 = 90

extension UnusedCount.Reason {
    /// The place in `allCases`.
    var ordinal: Int {
        switch self {
        case .afterAsOf: 0
        case .beforeBirth: 1
        case .longBeforeStart: 2
        case .caseNotStarted: 3
        }
    }
}

/// Indices gathered by the bucket they belong to, ascending within a bucket.
struct Buckets {
    let starts: [Int32]
    let members: [Int32]

    /// Gathers the indices of `owners` by owner; a negative owner is in no bucket.
    init(of owners: [Int32], count: Int) {
        var counts = [Int32](repeating: 0, count: count + 1)
        for owner in owners where owner >= 0 { counts[Int(owner)] += 1 }
        starts = runningTotal(&counts)
        var next = starts
        var members = [Int32](repeating: 0, count: Int(starts[count]))
        for (index, owner) in owners.enumerated() where owner >= 0 {
            members[Int(next[Int(owner)])] = Int32(index)
            next[Int(owner)] += 1
        }
        self.members = members
    }

    subscript(_ bucket: Int) -> ArraySlice<Int32> {
        members[Int(starts[bucket])..<Int(starts[bucket + 1])]
    }
}

/// Turns counts into where each bucket begins; the last is the total.
func runningTotal(_ counts: inout [Int32]) -> [Int32] {
    var total: Int32 = 0
    return counts.map { count in
        defer { total += count }
        return total
    }
}
