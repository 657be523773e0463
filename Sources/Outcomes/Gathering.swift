import Basics
import CLinux
import Model

/// Sorts every assessment that counts into strands by case and person.
struct Gathering {
    let strands: StrandTable
    /// Persons by case.
    let family: Buckets
    /// How many rows were left out, by instrument and reason.
    let unused: [[Int]]
    /// What there is in each sheet.
    let surveys: [SheetSurvey]

    /// Gathers the rows; `others` are tasks that can be done meanwhile.
    init(
        _ input: OutcomeInput, _ sheets: [Sheet], beside others: [@Sendable () -> Void],
        workers: Int
    ) {
        let family = Buckets(of: input.persons.cases, count: input.cases.count)
        let counted = GatheredRows(input, sheets, beside: others, workers: workers)
        let hashes = input.scored.map(\.contentHashes)
        counted.sort(hashes, workers: workers)
        strands = counted.cut(family, cases: input.cases.count, workers: workers)
        self.family = family
        unused = counted.unused
        surveys = counted.surveys
    }
}

/// The rows that count, laid out by person: a counting sort, two passes over each table.
private struct GatheredRows: @unchecked Sendable {
    /// Handed on to the table of strands, which lets go of them.
    private let entries: UnsafeMutableBufferPointer<StrandEntry>
    /// Where each person's entries begin; one more than there are persons.
    private let starts: [Int32]
    /// How many strands each person has, once the entries are sorted.
    private let strandCounts: UnsafeMutableBufferPointer<Int32>
    private(set) var unused: [[Int]] = []
    private(set) var surveys: [SheetSurvey] = []

    init(
        _ input: OutcomeInput, _ sheets: [Sheet], beside others: [@Sendable () -> Void],
        workers: Int
    ) {
        let counts = sheets.map { _ in Later<CountedRows>() }
        // The longest first, so that nobody waits long for the last.
        let order = sheets.indices.sorted { input.scored[$0].count > input.scored[$1].count }
        sideBySide(
            others
                + order.map { instrument in
                    { counts[instrument].set(CountedRows(input, instrument)) }
                }, workers: workers)
        var counted = counts.map { $0.take() }
        var total: Int32 = 0
        starts = (0...input.persons.count).map { person in
            defer { for index in counted.indices { counted[index].place(person, after: &total) } }
            return total
        }
        unused = counted.map(\.unused)
        entries = .allocate(capacity: Int(total))
        LargePages.use(for: UnsafeMutableRawBufferPointer(entries))
        strandCounts = .allocate(capacity: input.persons.count)
        let rows = self
        let laid = sheets.map { _ in Later<SheetSurvey>() }
        sideBySide(
            order.map { instrument in
                { [counted = counted[instrument]] in
                    laid[instrument].set(
                        rows.lay(counted, input.scored[instrument], sheets[instrument], instrument))
                }
            }, workers: workers)
        surveys = laid.map { $0.take() }
    }

    /// Puts an instrument's entries where its persons' begin; no other has the same places.
    private func lay(
        _ counted: CountedRows, _ table: ScoredAssessments, _ sheet: Sheet, _ instrument: Int
    ) -> SheetSurvey {
        var survey = SheetSurvey(sheet)
        var next = counted.places
        survey.add(sheet) { row, scored in
            if row + 12 < table.count {
                // Where a later row goes: entries of unlike persons stand anywhere.
                fetch_ahead(entries.baseAddress! + Int(next[Int(table.persons[row + 12])]))
            }
            guard counted.kept[row] else { return }
            let person = Int(table.persons[row])
            entries.initializeElement(
                at: Int(next[person]),
                to: StrandEntry(instrument: instrument, row, of: table, scored: scored))
            next[person] += 1
        }
        return survey
    }

    /// Sorts each person's entries; among equal keys by content, whatever the order of the rows.
    func sort(_ hashes: [[UInt64]], workers: Int) {
        inStretches(starts.count - 1, workers: workers) { persons in
            for person in persons {
                let range = Int(starts[person])..<Int(starts[person + 1])
                GatheredRows.sort(entries, range, hashes)
                strandCounts.initializeElement(at: person, to: strandCount(range))
            }
        }
    }

    private func strandCount(_ range: Range<Int>) -> Int32 {
        var count: Int32 = range.isEmpty ? 0 : 1
        for at in range.dropFirst() where entries[at].strand != entries[at - 1].strand {
            count += 1
        }
        return count
    }

    /// Cuts each person's entries into strands, case by case.
    func cut(_ family: Buckets, cases: Int, workers: Int) -> StrandTable {
        var total: Int32 = 0
        var caseStarts: [Int32] = [0]
        caseStarts.reserveCapacity(cases + 1)
        for caseIndex in 0..<cases {
            for person in family[caseIndex] { total += strandCounts[Int(person)] }
            caseStarts.append(total)
        }
        strandCounts.deallocate()
        let strands = StrandBuffer(capacity: Int(total))
        let firsts = caseStarts
        inStretches(cases, workers: workers) { cases in
            var at = Int(firsts[cases.lowerBound])
            for caseIndex in cases {
                for person in family[caseIndex] {
                    cut(person, Int32(caseIndex), into: strands, &at)
                }
            }
        }
        return StrandTable(strands, starts: caseStarts, entries)
    }

    private func cut(
        _ person: Int32, _ caseIndex: Int32, into strands: StrandBuffer, _ next: inout Int
    ) {
        let end = starts[Int(person) + 1]
        var start = starts[Int(person)]
        for at in start..<end
        where at + 1 == end || entries[Int(at) + 1].strand != entries[Int(at)].strand {
            strands.elements.initializeElement(
                at: next,
                to: Strand(entries[Int(at)].strand, caseIndex, person, start..<at + 1))
            next += 1
            start = at + 1
        }
    }

    private static func comesBefore(
        _ a: StrandEntry, _ b: StrandEntry, _ hashes: [[UInt64]]
    ) -> Bool {
        if a.key != b.key { return a.key < b.key }
        let known = hashes[Int(a.key >> 56)]
        return known.isEmpty ? false : known[Int(a.row)] < known[Int(b.row)]
    }

    /// Sorts by insertion: a person has few rows, and exports mostly stand in order of date.
    private static func sort(
        _ entries: UnsafeMutableBufferPointer<StrandEntry>, _ range: Range<Int>,
        _ hashes: [[UInt64]]
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

/// Which rows of one instrument count, and how many of them each person has.
private struct CountedRows: Sendable {
    private(set) var kept: [Bool]
    private(set) var unused = [Int](repeating: 0, count: UnusedCount.Reason.allCases.count)
    /// By person: how many rows, and once all instruments are counted where the first belongs.
    private(set) var places: [Int32]

    init(_ input: OutcomeInput, _ instrument: Int) {
        let table = input.scored[instrument]
        kept = [Bool](repeating: false, count: table.count)
        places = [Int32](repeating: 0, count: input.persons.count + 1)
        let asOf = input.asOf.days
        for row in 0..<table.count {
            let start = input.cases.starts[Int(table.cases[row])]
            if let reason = CountedRows.reasonAgainst(row, of: table, start, asOf) {
                unused[reason.ordinal] += 1
            } else {
                kept[row] = true
                places[Int(table.persons[row])] += 1
            }
        }
    }

    /// Turns a person's count into a place, and moves past it.
    mutating func place(_ person: Int, after total: inout Int32) {
        let count = places[person]
        places[person] = total
        total += count
    }

    private static func reasonAgainst(
        _ row: Int, of table: ScoredAssessments, _ start: Int32, _ asOf: Int32
    ) -> UnusedCount.Reason? {
        let date = table.dates[row]
        let birth = table.birthDates[row]
        if start > asOf { return .caseNotStarted }
        if date > asOf { return .afterAsOf }
        if birth != AssessmentBatch.none, date < birth { return .beforeBirth }
        return date < start - daysBeforeStart ? .longBeforeStart : nil
    }
}

extension Strand {
    fileprivate init(
        _ strand: UInt64, _ caseIndex: Int32, _ person: Int32, _ entries: Range<Int32>
    ) {
        self.init(
            caseIndex: caseIndex, person: person, start: entries.lowerBound,
            end: entries.upperBound, instrument: Int16(strand >> 16),
            edition: UInt8(strand >> 8 & 0xFF), informant: UInt8(strand & 0xFF))
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

    /// How many members a bucket has.
    func count(_ bucket: Int) -> Int { Int(starts[bucket + 1] - starts[bucket]) }
}

/// Turns counts into where each bucket begins; the last is the total.
func runningTotal(_ counts: inout [Int32]) -> [Int32] {
    var total: Int32 = 0
    return counts.map { count in
        defer { total += count }
        return total
    }
}
