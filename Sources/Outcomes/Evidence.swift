import Basics
import Model

/// One family as read: its series, and the windows that they were read in.
struct FamilyReading {
    private(set) var caseIndex: Int
    private(set) var windows: CaseWindows
    private(set) var series: [SeriesReading] = []
    /// The first series of each measure, or -1, and after each series the next of its measure.
    private var heads: [Int32]
    private var links: [Int32] = []

    init(caseIndex: Int, windows: CaseWindows, measures: Int) {
        self.caseIndex = caseIndex
        self.windows = windows
        heads = Array(repeating: -1, count: measures)
    }

    /// Begins another family in the same room.
    mutating func begin(caseIndex: Int, windows: CaseWindows) {
        self.caseIndex = caseIndex
        self.windows = windows
        for reading in series { heads[Int(reading.measure)] = -1 }
        series.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
    }

    mutating func append(_ reading: SeriesReading) {
        links.append(heads[Int(reading.measure)])
        heads[Int(reading.measure)] = Int32(series.count)
        series.append(reading)
    }

    /// Whether the family has a series of a measure.
    func has(_ measure: Int32) -> Bool { heads[Int(measure)] >= 0 }

    /// Hands out each series of a measure.
    func forEach(of measure: Int32, _ body: (SeriesReading) -> Void) {
        var at = heads[Int(measure)]
        while at >= 0 {
            body(series[Int(at)])
            at = links[Int(at)]
        }
    }
}

/// What one person's measurements say of one piece of evidence.
enum PieceResult {
    case holds
    case fails
    /// The baseline met the rule already.
    case alreadyThere
    case notMeasured
    /// A baseline stands, and the case ended before the window.
    case ended
}

/// How many persons' measurements say what.
struct PieceCounts {
    private var holding = 0
    private var failing = 0
    private var alreadyThere = 0
    private var ended = 0

    mutating func count(_ result: PieceResult) {
        switch result {
        case .holds: holding += 1
        case .fails: failing += 1
        case .alreadyThere: alreadyThere += 1
        case .ended: ended += 1
        case .notMeasured: break
        }
    }

    /// Where a family stands with the piece: achieved if all measured persons achieve.
    var status: OutcomeStatus {
        if holding + failing > 0 {
            return failing == 0 ? .achieved : holding > 0 ? .partly : .notAchieved
        }
        if alreadyThere > 0 { return .alreadyThere }
        return ended > 0 ? .ended : .notMeasured
    }
}

extension AchievedWhen {
    /// Where a family stands with an outcome, by where it stands with each piece of evidence.
    func status(of pieces: [OutcomeStatus]) -> OutcomeStatus {
        switch self {
        case .any: any(pieces)
        case .all: all(pieces)
        case .atLeast(let needed): atLeast(needed, pieces)
        }
    }

    /// One piece is enough, so one that was met at the start leaves nothing to achieve.
    private func any(_ pieces: [OutcomeStatus]) -> OutcomeStatus {
        for status in [OutcomeStatus.achieved, .alreadyThere, .partly] where pieces.contains(status)
        {
            return status
        }
        if !pieces.isEmpty, pieces.allSatisfy({ $0 == .notAchieved }) { return .notAchieved }
        return unmeasured(pieces)
    }

    /// Pieces met at the start are set apart; the others decide.
    private func all(_ pieces: [OutcomeStatus]) -> OutcomeStatus {
        let open = pieces.filter { $0 != .alreadyThere }
        if open.isEmpty { return pieces.isEmpty ? .notMeasured : .alreadyThere }
        if open.allSatisfy({ $0 == .achieved }) { return .achieved }
        if open.contains(where: { $0 == .achieved || $0 == .partly }) { return .partly }
        return open.contains(.notAchieved) ? .notAchieved : unmeasured(open)
    }

    /// Pieces met at the start count towards the number; what is then still needed decides.
    private func atLeast(_ count: Int, _ pieces: [OutcomeStatus]) -> OutcomeStatus {
        let needed = count - pieces.count { $0 == .alreadyThere }
        if needed <= 0 { return .alreadyThere }
        let achieved = pieces.count { $0 == .achieved }
        if achieved >= needed { return .achieved }
        let unknown = pieces.count { $0 == .notMeasured || $0 == .ended }
        if achieved + unknown >= needed { return unmeasured(pieces) }
        return achieved > 0 || pieces.contains(.partly) ? .partly : .notAchieved
    }

    private func unmeasured(_ pieces: [OutcomeStatus]) -> OutcomeStatus {
        pieces.contains(.ended) ? .ended : .notMeasured
    }
}

/// Reads pieces of evidence off one family.
struct EvidenceReader {
    let frame: Frame
    let family: FamilyReading

    /// Where the family stands with an outcome.
    func status(of outcome: OutcomeReading) -> OutcomeStatus {
        if family.windows[outcome.horizon].isNotYetDue { return .notYetDue }
        return outcome.achievedWhen.status(
            of: outcome.pieces.map { status(of: $0, outcome.horizon) })
    }

    private func status(of piece: PieceReading, _ horizon: Horizon) -> OutcomeStatus {
        var counts = PieceCounts()
        switch piece {
        case .scale(let piece): count(piece, horizon, &counts)
        case .indicator(let index, let rule):
            guard index >= 0 else { return .notMeasured }
            for rows in frame.indicators.series(of: index, in: family.caseIndex) {
                counts.count(result(rule, rows, family.windows[horizon]))
            }
        }
        return counts.status
    }

    // MARK: Scales

    private func count(_ piece: ScalePiece, _ horizon: Horizon, _ counts: inout PieceCounts) {
        // By index: most families have few of the measures, and need no copy of a rule.
        for at in piece.scales.indices {
            for place in piece.scales[at].measures.indices {
                let measure = piece.scales[at].measures[place]
                guard family.has(measure) else { continue }
                family.forEach(of: measure) { series in
                    guard frame.isCounted(series.person, among: piece.persons) else { return }
                    counts.count(result(piece.scales[at].rule, series, horizon))
                }
            }
        }
    }

    private func result(
        _ rule: PieceRule, _ series: SeriesReading, _ horizon: Horizon
    ) -> PieceResult {
        guard series.baseline >= 0 else { return .notMeasured }
        return frame.lending(Int(series.scale)) { scale, sheet in
            result(rule, series, series[horizon], scale, sheet)
        }
    }

    private func result(
        _ rule: PieceRule, _ series: SeriesReading, _ reading: HorizonReading,
        _ scale: ScaleReading, _ sheet: Sheet
    ) -> PieceResult {
        if isMet(rule, at: Int(series.baseline), scale, sheet) ?? false { return .alreadyThere }
        switch reading.standing {
        case .ended: return .ended
        case .notYetDue, .noBaseline, .missing: return .notMeasured
        case .measured: break
        }
        guard let holds = holds(rule, series, reading, scale, sheet) else { return .notMeasured }
        return holds ? .holds : .fails
    }

    /// Whether a single score meets a rule that is about where a family is, not how it moved;
    /// nothing for the other rules and where no band or cut-off applies.
    ///
    /// Not getting worse is no change to hope for in the functional range, so *not worse* is met
    /// there from the start.
    private func isMet(
        _ rule: PieceRule, at row: Int, _ scale: ScaleReading, _ sheet: Sheet
    ) -> Bool? {
        switch rule {
        case .reliableImprovement, .atLeastSteps, .unknown: return nil
        case .betterThanCutOff, .notWorse: return scale.isClinical(row, in: sheet).map { !$0 }
        case .inBand(let bounds, let bands):
            guard let bounds = bounds.value(for: row, in: sheet) else { return nil }
            let score = sheet.score(row, scale.scale)
            return bounds.lastIndex { $0 <= score }.map { bands.contains($0) }
        }
    }

    private func holds(
        _ rule: PieceRule, _ series: SeriesReading, _ reading: HorizonReading,
        _ scale: ScaleReading, _ sheet: Sheet
    ) -> Bool? {
        switch rule {
        case .reliableImprovement:
            return reading.change == .none ? nil : reading.change == .improved
        case .atLeastSteps(let steps):
            guard reading.isSubtracted else { return nil }
            return improvement(series, reading, scale, sheet).isAtLeast(steps)
        case .betterThanCutOff, .inBand:
            return isMet(rule, at: Int(reading.followUp), scale, sheet)
        case .notWorse:
            if reading.change != .none { return reading.change != .deteriorated }
            if reading.isSubtracted {
                return improvement(series, reading, scale, sheet).numerator >= 0
            }
            return reading.zone.map { $0 >= 0 }
        case .unknown: return nil
        }
    }

    private func improvement(
        _ series: SeriesReading, _ reading: HorizonReading, _ scale: ScaleReading, _ sheet: Sheet
    ) -> Fraction {
        sheet.improvement(from: Int(series.baseline), to: Int(reading.followUp), scale)
    }

    // MARK: Indicators

    private func result(
        _ rule: IndicatorRule, _ rows: ArraySlice<Int32>, _ window: CaseWindows.Window
    ) -> PieceResult {
        let values = frame.indicators
        let baseline = rows.first { family.windows.baseline.contains(values.date($0)) }
        let needsBaseline = rule.needsBaseline
        if needsBaseline, baseline == nil { return .notMeasured }
        guard let followUp = followUp(rows, window, after: needsBaseline ? baseline : nil) else {
            return window.endedBefore && baseline != nil ? .ended : .notMeasured
        }
        let holds = rule.holds(from: baseline.map(values.value), to: values.value(followUp))
        return holds ? .holds : .fails
    }

    /// The value nearest the target, the later at equal distance; after a baseline, at least half
    /// the horizon after it.
    private func followUp(
        _ rows: ArraySlice<Int32>, _ window: CaseWindows.Window, after baseline: Int32?
    ) -> Int32? {
        let from = baseline.map(frame.indicators.date)
        return rows.reduce(nil) { best, row in
            let date = frame.indicators.date(row)
            guard window.contains(date) else { return best }
            if let from, date <= from || 2 * (date - from) < window.span { return best }
            if let best, window.distance(date) > window.distance(frame.indicators.date(best)) {
                return best
            }
            return row
        }
    }
}

extension Frame {
    /// Whether a person's series count where one role's do: somebody of unknown role counts.
    func isCounted(_ person: Int32, among role: FamilyRole?) -> Bool {
        guard let role, person >= 0 else { return true }
        let own = input.persons.roles[Int(person)]
        return own == role || own == .unknown
    }
}

extension IndicatorRule {
    /// Whether the rule is about a change, and not about where a family is.
    var needsBaseline: Bool {
        switch self {
        case .fallsBy, .risesBy: true
        case .atMost, .atLeast: false
        }
    }

    /// Whether a pair of values meets the rule.
    func holds(from baseline: Ratio?, to followUp: Ratio) -> Bool {
        switch self {
        case .fallsBy(let amount): baseline.map { $0 - followUp >= amount } ?? false
        case .risesBy(let amount): baseline.map { followUp - $0 >= amount } ?? false
        case .atMost(let limit): followUp <= limit
        case .atLeast(let limit): followUp >= limit
        }
    }
}
