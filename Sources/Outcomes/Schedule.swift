import Basics
import Model

/// A day on which a measurement is due, and the days that count as on time.
struct DuePoint {
    let due: Int32
    let opens: Int32
    let closes: Int32
}

extension ScheduleLine.Rhythm {
    /// Hands out the points of a case that fall due on or before a day, ascending; on time is half
    /// an interval either side. Sessions have no days of their own and give none.
    ///
    /// At the start the baseline's window counts, at the end as many days either side as the
    /// baseline's window has after the start.
    @inline(__always)
    func forEachPoint(
        of windows: CaseWindows, through last: Int32, _ body: (DuePoint) -> Void
    ) {
        switch self {
        case .atStart:
            guard windows.start <= last else { return }
            body(
                DuePoint(
                    due: windows.start, opens: windows.baseline.lowerBound,
                    closes: windows.baseline.upperBound))
        case .atEnd:
            guard let end = windows.end, end <= last else { return }
            let after = windows.baseline.upperBound - windows.start
            body(DuePoint(due: end, opens: end - after, closes: end + after))
        case .weeks(let weeks):
            let interval = Int32(weeks * 7)
            repeating(from: windows.start, through: last, { windows.start + $0 * interval }, body)
        case .months(let months):
            let steps = MonthSteps(from: CalendarDate(days: windows.start))
            repeating(
                from: windows.start, through: last, { steps.date(after: Int($0) * months).days },
                body)
        case .eachSession: break
        }
    }

    /// The points of a rhythm whose `k`th day is known; the first is one interval after the start.
    @inline(__always)
    private func repeating(
        from start: Int32, through last: Int32, _ day: (Int32) -> Int32,
        _ body: (DuePoint) -> Void
    ) {
        var (before, due, step) = (start, day(1), Int32(1))
        while due <= last {
            let next = day(step + 1)
            body(
                DuePoint(
                    due: due, opens: due - (due - before) / 2, closes: due + (next - due) / 2))
            (before, due, step) = (due, next, step + 1)
        }
    }
}

/// One line of the schedule in one family: which strands are of its instrument, and by whom.
struct FamilyLine {
    let line: LineReading
    let caseIndex: Int
    /// Which parents the family has.
    private let parents: Parents

    init(_ line: LineReading, _ caseIndex: Int, _ frame: Frame) {
        self.line = line
        self.caseIndex = caseIndex
        parents = line.asksParents ? frame.parents(in: caseIndex) : []
    }

    /// Hands out who owes a measurement at each point: the informants named, but a mother or father
    /// only where the family has one; whoever fills it in, as nothing, where none is left or named.
    @inline(__always)
    func forEachInformant(_ programme: ProgrammeReading, _ body: (UInt8?) -> Void) {
        var isAnyKnown = false
        for at in line.informants where parents.isSuperset(of: programme.owing[at].parent) {
            isAnyKnown = true
            body(programme.owing[at].informant)
        }
        if !isAnyKnown { body(nil) }
    }

    /// Hands out the strands of an informant, or of anybody.
    @inline(__always)
    func forEachStrand(
        by informant: UInt8?, _ frame: Frame, _ body: (Int, Strand) -> Void
    ) {
        for at in frame.strands(of: caseIndex) {
            let strand = frame.gathering.strands[at]
            guard Int(strand.instrument) == line.instrument,
                informant == nil || strand.informant == informant
            else { continue }
            body(at, strand)
        }
    }

    /// Whether an informant, or anybody, gave the instrument in time.
    func isDone(_ point: DuePoint, by informant: UInt8?, _ frame: Frame) -> Bool {
        var isDone = false
        forEachStrand(by: informant, frame) { strand, _ in
            if isDone { return }
            // By date: the first that is not too early decides.
            let first = frame.rows(of: strand).first { $0.date >= point.opens }
            isDone = first.map { $0.date <= point.closes } ?? false
        }
        return isDone
    }

    /// The number of the last session, or 0.
    func lastSession(_ frame: Frame) -> Int {
        var last: Int32 = 0
        forEachStrand(by: nil, frame) { strand, _ in
            for row in frame.rows(of: strand) { last = max(last, row.session) }
        }
        return Int(last)
    }

    /// How many sessions an informant, or anybody, gave the instrument at.
    func sessions(by informant: UInt8?, _ frame: Frame, _ seen: inout SessionSet) -> Int {
        seen.removeAll()
        forEachStrand(by: informant, frame) { strand, _ in
            for row in frame.rows(of: strand) where row.session > 0 {
                seen.insert(Int(row.session))
            }
        }
        return seen.count
    }
}

/// Session numbers, one bit each: families have few of them, and mostly low ones.
struct SessionSet {
    private(set) var count = 0
    private var words: [UInt64] = []

    mutating func insert(_ number: Int) {
        while words.count <= number >> 6 { words.append(0) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        if words[number >> 6] & bit == 0 { count += 1 }
        words[number >> 6] |= bit
    }

    mutating func removeAll() {
        count = 0
        words.removeAll(keepingCapacity: true)
    }
}

/// The informants who are somebody that a family may lack.
struct Parents: OptionSet {
    let rawValue: UInt8

    static let mother = Parents(rawValue: 1)
    static let father = Parents(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Who is meant by an informant as coded, if a parent.
    init(informant: String) {
        self =
            switch informant {
            case "mor": .mother
            case "far": .father
            default: []
            }
    }
}

extension Frame {
    /// Which parents of a case have filled something in.
    func parents(in caseIndex: Int) -> Parents {
        var parents: Parents = []
        for at in strands(of: caseIndex) {
            let strand = gathering.strands[at]
            parents.formUnion(parent(Int(strand.instrument), strand.informant))
        }
        return parents
    }
}
