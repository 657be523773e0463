import Basics
import Model

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
    func status(of pieces: StatusCounts) -> OutcomeStatus {
        switch self {
        case .any: any(pieces)
        case .all: all(pieces)
        case .atLeast(let needed): atLeast(needed, pieces)
        }
    }

    /// One piece is enough, so one that was met at the start leaves nothing to achieve.
    private func any(_ pieces: StatusCounts) -> OutcomeStatus {
        if pieces.achieved > 0 { return .achieved }
        if pieces.alreadyThere > 0 { return .alreadyThere }
        if pieces.partly > 0 { return .partly }
        let areAllMissed = pieces.notAchieved > 0 && pieces.notAchieved == pieces.total
        return areAllMissed ? .notAchieved : unmeasured(pieces)
    }

    /// Pieces met at the start are set apart; the others decide.
    private func all(_ pieces: StatusCounts) -> OutcomeStatus {
        let open = pieces.total - pieces.alreadyThere
        if open == 0 { return pieces.alreadyThere > 0 ? .alreadyThere : .notMeasured }
        if pieces.achieved == open { return .achieved }
        if pieces.achieved > 0 || pieces.partly > 0 { return .partly }
        return pieces.notAchieved > 0 ? .notAchieved : unmeasured(pieces)
    }

    /// Pieces met at the start count towards the number; what is then still needed decides.
    private func atLeast(_ count: Int, _ pieces: StatusCounts) -> OutcomeStatus {
        let needed = count - pieces.alreadyThere
        if needed <= 0 { return .alreadyThere }
        if pieces.achieved >= needed { return .achieved }
        if pieces.achieved + pieces.notMeasured + pieces.ended >= needed {
            return unmeasured(pieces)
        }
        return pieces.achieved > 0 || pieces.partly > 0 ? .partly : .notAchieved
    }

    private func unmeasured(_ pieces: StatusCounts) -> OutcomeStatus {
        pieces.ended > 0 ? .ended : .notMeasured
    }
}

/// Pieces of evidence are read off one family.
extension FamilyReading {
    /// Where the family stands with an outcome of a programme.
    func status(of outcome: Int, in evidence: Evidence, _ frame: Frame) -> OutcomeStatus {
        let outcome = evidence.outcomes[outcome]
        if windows[outcome.horizon].isNotYetDue { return .notYetDue }
        var pieces = StatusCounts()
        for at in outcome.pieces {
            pieces.count(status(of: evidence.pieces[at], outcome.horizon, evidence, frame))
        }
        return outcome.achievedWhen.status(of: pieces)
    }

    private func status(
        of piece: PieceReading, _ horizon: Horizon, _ evidence: Evidence, _ frame: Frame
    ) -> OutcomeStatus {
        var counts = PieceCounts()
        switch piece {
        case .scale(let piece): count(piece, horizon, evidence, frame, &counts)
        case .indicator(let index, let rule):
            guard index >= 0 else { return .notMeasured }
            for rows in frame.indicators.series(of: index, in: caseIndex) {
                counts.count(result(rule, rows, windows[horizon], frame))
            }
        }
        return counts.status
    }

    // MARK: Scales

    private func count(
        _ piece: ScalePiece, _ horizon: Horizon, _ evidence: Evidence, _ frame: Frame,
        _ counts: inout PieceCounts
    ) {
        // Most families have few of the measures, and need look no further.
        for at in piece.scales {
            for place in evidence.scales[at].measures where has(evidence.measures[place]) {
                forEach(of: evidence.measures[place]) { series in
                    guard frame.isCounted(series.person, among: piece.persons) else { return }
                    counts.count(
                        result(evidence.scales[at].rule, series, horizon, evidence, frame))
                }
            }
        }
    }

    private func result(
        _ rule: PieceRule, _ series: SeriesReading, _ horizon: Horizon, _ evidence: Evidence,
        _ frame: Frame
    ) -> PieceResult {
        guard series.baseline >= 0 else { return .notMeasured }
        if case .inBand(let bands) = rule {
            return evidence.bands[bands].result(series, series[horizon], frame)
        }
        return rule.result(series, series[horizon], frame)
    }

    // MARK: Indicators

    private func result(
        _ rule: IndicatorRule, _ rows: ArraySlice<Int32>, _ window: CaseWindows.Window,
        _ frame: Frame
    ) -> PieceResult {
        let values = frame.indicators
        let baseline = rows.first { windows.baseline.contains(values.date($0)) }
        let needsBaseline = rule.needsBaseline
        if needsBaseline, baseline == nil { return .notMeasured }
        guard
            let followUp = values.followUp(rows, window, after: needsBaseline ? baseline : nil)
        else {
            return window.endedBefore && baseline != nil ? .ended : .notMeasured
        }
        let holds = rule.holds(from: baseline.map(values.value), to: values.value(followUp))
        return holds ? .holds : .fails
    }
}

extension IndicatorRows {
    /// The value nearest the target, the later at equal distance; after a baseline, at least half
    /// the horizon after it.
    fileprivate func followUp(
        _ rows: ArraySlice<Int32>, _ window: CaseWindows.Window, after baseline: Int32?
    ) -> Int32? {
        let from = baseline.map(date)
        return rows.reduce(nil) { best, row in
            let date = date(row)
            guard window.contains(date) else { return best }
            if let from, date <= from || 2 * (date - from) < window.span { return best }
            if let best, window.distance(date) > window.distance(self.date(best)) {
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
