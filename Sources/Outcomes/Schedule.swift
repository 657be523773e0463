import Basics
import Model

/// A day on which a measurement is due, and the days that count as on time.
struct DuePoint {
    let due: Int32
    let opens: Int32
    let closes: Int32
}

extension ScheduleLine.Rhythm {
    /// The points of a case that fall due on or before a day, ascending; on time is half an
    /// interval either side. Sessions have no days of their own and give none.
    ///
    /// At the start the baseline's window counts, at the end as many days either side as the
    /// baseline's window has after the start.
    func points(of windows: CaseWindows, through last: Int32) -> [DuePoint] {
        let after = windows.baseline.upperBound - windows.start
        switch self {
        case .atStart:
            let point = DuePoint(
                due: windows.start, opens: windows.baseline.lowerBound,
                closes: windows.baseline.upperBound)
            return [point].filter { $0.due <= last }
        case .atEnd:
            guard let end = windows.end else { return [] }
            let point = DuePoint(due: end, opens: end - after, closes: end + after)
            return [point].filter { $0.due <= last }
        case .weeks(let weeks):
            return repeating(through: last) { windows.start + Int32($0 * weeks * 7) }
        case .months(let months):
            let start = CalendarDate(days: windows.start)
            return repeating(through: last) { start.adding(months: $0 * months).days }
        case .eachSession: return []
        }
    }

    /// The points of a rhythm whose `k`th day is known; the first is one interval after the start.
    private func repeating(through last: Int32, _ day: (Int) -> Int32) -> [DuePoint] {
        var points: [DuePoint] = []
        var (before, due, step) = (day(0), day(1), 1)
        while due <= last {
            let next = day(step + 1)
            points.append(
                DuePoint(
                    due: due, opens: due - (due - before) / 2, closes: due + (next - due) / 2))
            (before, due, step) = (due, next, step + 1)
        }
        return points
    }
}

/// The days on which a family gave one instrument, by who filled it in.
struct FamilyDates {
    private let table: StrandTable
    private let strands: Range<Int>
    private let instrument: Int

    init(_ instrument: Int, _ caseIndex: Int, _ frame: Frame) {
        table = frame.gathering.strands
        strands = frame.strands(of: caseIndex)
        self.instrument = instrument
    }

    /// The days of an informant, or of anybody, strand by strand.
    private func rows(of strand: Int, by informant: UInt8?) -> StrandRows {
        let own = table[strand]
        return Int(own.instrument) == instrument && (informant == nil || own.informant == informant)
            ? table.rows(of: strand) : StrandRows(start: nil, count: 0)
    }

    /// Whether an informant, or anybody, gave the instrument in time.
    func isDone(_ point: DuePoint, by informant: UInt8?) -> Bool {
        strands.contains { strand in
            rows(of: strand, by: informant).contains {
                $0.date >= point.opens && $0.date <= point.closes
            }
        }
    }

    /// The number of the last session, or 0.
    var lastSession: Int {
        var last: Int32 = 0
        for strand in strands {
            for row in rows(of: strand, by: nil) { last = max(last, row.session) }
        }
        return Int(last)
    }

    /// How many sessions an informant, or anybody, gave the instrument at.
    func sessions(by informant: UInt8?) -> Int {
        var numbers: [Int32] = []
        for strand in strands {
            for row in rows(of: strand, by: informant) where row.session > 0 {
                numbers.append(row.session)
            }
        }
        // Mostly in order as they are, which costs less than a set of them.
        numbers.sort()
        return numbers.indices.count { $0 == 0 || numbers[$0] != numbers[$0 - 1] }
    }
}

/// One line of the schedule in one family: the points due, and whether each was done.
struct FamilyAdherence {
    /// By point and informant.
    private(set) var points: [(point: DuePoint, isDone: Bool)] = []
    private(set) var due = 0
    private(set) var done = 0
    /// The newest point whose time has run out unmeasured, if nothing has come since.
    private(set) var late: DuePoint?

    /// Counts a family's points up to the as-of date, while its case was open.
    init(
        _ line: LineReading, _ windows: CaseWindows, _ caseIndex: Int, _ frame: Frame
    ) {
        let asOf = frame.input.asOf.days
        let dates = FamilyDates(line.instrument, caseIndex, frame)
        let informants = FamilyAdherence.informants(line, caseIndex, frame)
        if line.rhythm == .eachSession {
            for informant in informants {
                due += dates.lastSession
                done += dates.sessions(by: informant)
            }
            return
        }
        for point in line.rhythm.points(of: windows, through: min(asOf, windows.end ?? asOf)) {
            for informant in informants {
                let isDone = dates.isDone(point, by: informant)
                points.append((point, isDone))
                due += 1
                done += isDone ? 1 : 0
                if isDone { late = nil } else if asOf > point.closes { late = point }
            }
        }
    }

    /// Who owes a measurement at each point: the informants named, but a mother or father only
    /// where the family has one; whoever fills it in where none is left or named.
    static func informants(
        _ line: LineReading, _ caseIndex: Int, _ frame: Frame
    ) -> [UInt8?] {
        let known = zip(line.names, line.informants).filter { name, _ in
            !["mor", "far"].contains(name) || frame.knows(name, in: caseIndex)
        }
        return known.isEmpty ? [nil] : known.map { $0.1 }
    }
}

extension Frame {
    /// Whether somebody in a case has filled something in under this name.
    func knows(_ informant: String, in caseIndex: Int) -> Bool {
        strands(of: caseIndex).contains { strand in
            let names = input.instruments[Int(gathering.strands[strand].instrument)].informants
            let code = Int(gathering.strands[strand].informant)
            return code < names.count && names[code] == informant
        }
    }
}
