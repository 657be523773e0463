import Basics
import Model

/// Finds open cases that are not on track, by rules that need no proprietary curve.
struct AlertReader {
    let frame: Frame
    /// By instrument, the scales watched and what for, in the order of the rules.
    private let watched: [[(kind: Kind, scale: ScaleReading)]]

    /// What a scale is watched for.
    private enum Kind: CaseIterable {
        case wellbeing
        case alliance
        case withdrawal
        case socialEmotional
        case difficulties

        var scales: [String] {
            switch self {
            case .wellbeing: ["ors.total", "cors.total"]
            case .alliance: ["srs.total", "csrs.total", "gsrs.total"]
            case .withdrawal: ["adbb.total", "m-adbb.total"]
            case .socialEmotional: ["asq-se.total", "asq-se-2.total"]
            case .difficulties: ["sdq.total"]
            }
        }
    }

    init(_ frame: Frame) {
        self.frame = frame
        watched = frame.scalesOfInstrument.map { range in
            Kind.allCases.flatMap { kind in
                frame.scales[range].filter { kind.scales.contains($0.name) }.map { (kind, $0) }
            }
        }
    }

    /// The alerts of every open case, in the order of the groups.
    func alerts() -> [Alert] {
        var alerts: [Alert] = []
        for at in frame.grouping.order.indices {
            let caseIndex = Int(frame.grouping.order[at])
            frame.fetchAhead(after: at)
            guard frame.windows(of: caseIndex).end == nil else { continue }
            fetchScores(of: caseIndex)
            addAlerts(of: caseIndex, to: &alerts)
        }
        return alerts
    }

    /// Has the scores of a case's watched scales fetched, before any is read.
    private func fetchScores(of caseIndex: Int) {
        for strand in frame.strands(of: caseIndex) {
            let instrument = Int(frame.gathering.strands[strand].instrument)
            guard let first = frame.scalesOfInstrument[instrument].first,
                !watched[instrument].isEmpty
            else { continue }
            frame.lending(first) { _, sheet in
                for row in frame.rows(of: strand) { sheet.fetchAhead(Int(row.row)) }
            }
        }
    }

    private func addAlerts(of caseIndex: Int, to alerts: inout [Alert]) {
        let strands = frame.gathering.strands
        for strand in frame.strands(of: caseIndex) {
            let instrument = Int(strands[strand].instrument)
            for (kind, scale) in watched[instrument]
            where scale.isGiven(by: strands[strand].edition) {
                let rows = Rows(frame.rows(of: strand), scale, frame.sheets[instrument])
                if rows.rows.isEmpty { continue }
                for seen in seen(kind, rows) { alerts.append(alert(seen, strand, caseIndex)) }
            }
        }
    }

    private func seen(_ kind: Kind, _ rows: Rows) -> Seen {
        switch kind {
        case .wellbeing: wellbeing(rows)
        case .alliance: alliance(rows)
        case .withdrawal: withdrawal(rows)
        case .socialEmotional: socialEmotional(rows)
        case .difficulties: difficulties(rows)
        }
    }

    private func alert(
        _ seen: (reason: Alert.Reason, date: Int32), _ strand: Int, _ caseIndex: Int
    ) -> Alert {
        Alert(
            caseIndex: Int32(caseIndex), person: frame.gathering.strands[strand].person,
            reason: seen.reason, date: CalendarDate(days: seen.date))
    }

    /// The rows of one series that have a score, by date.
    private struct Rows {
        let rows: [Int]
        let scale: ScaleReading
        let sheet: Sheet

        init(_ rows: StrandRows, _ scale: ScaleReading, _ sheet: Sheet) {
            self.rows = rows.lazy.filter { sheet.hasScore($0, scale.scale) }.map { Int($0.row) }
            self.scale = scale
            self.sheet = sheet
        }

        var last: Int { rows[rows.count - 1] }
        var lastDate: Int32 { sheet.dates[last] }

        func isClinical(_ row: Int) -> Bool { scale.isClinical(row, in: sheet) ?? false }

        /// How the scale's rule judges the way from one row to another.
        func change(from first: Int, to last: Int) -> ChangeClass {
            guard scale.maySubtract(first, last, in: sheet) else { return .none }
            let threshold = scale.change.value(for: sheet.occasion(first), in: sheet)
            return threshold?.judge(sheet.improvement(from: first, to: last, scale)) ?? .none
        }
    }

    private typealias Seen = [(reason: Alert.Reason, date: Int32)]

    // MARK: The rules

    /// ORS: fallen by the reliable change below the first; no reliable gain by the fourth and by
    /// the eighth session. A first score above the cut-off is listed apart, since no rise is to be
    /// expected from it.
    private func wellbeing(_ series: Rows) -> Seen {
        var seen: Seen = []
        let first = series.rows[0]
        if series.change(from: first, to: series.last) == .deteriorated {
            seen.append((.wellbeingFallen, series.lastDate))
        }
        let cutOff = series.scale.isClinical(first, in: series.sheet)
        if cutOff == false {
            seen.append((.startsAboveCutOff, series.sheet.dates[first]))
        } else if let reason = withoutGain(series) {
            seen.append((reason, series.lastDate))
        }
        return seen
    }

    private func withoutGain(_ series: Rows) -> Alert.Reason? {
        let first = series.rows[0]
        guard series.rows.count >= 4,
            !series.rows.dropFirst().contains(where: {
                series.change(from: first, to: $0) != .noChange
                    && series.change(from: first, to: $0) != .deteriorated
            })
        else { return nil }
        return series.rows.count >= 8 ? .noGainByEighthSession : .noGainByFourthSession
    }

    /// SRS: below 36, or fallen by 1 or more since the last session.
    private func alliance(_ series: Rows) -> Seen {
        var seen: Seen = []
        if series.isClinical(series.last) { seen.append((.allianceLow, series.lastDate)) }
        if series.rows.count > 1 {
            let before = series.rows[series.rows.count - 2]
            let gain = series.sheet.improvement(from: before, to: series.last, series.scale)
            if gain.numerator <= -gain.denominator {
                seen.append((.allianceFallen, series.lastDate))
            }
        }
        return seen
    }

    /// ADBB: at or above the cut-off without a repeat within 14 days.
    private func withdrawal(_ series: Rows) -> Seen {
        for (at, row) in series.rows.enumerated().reversed() where series.isClinical(row) {
            let limit = series.sheet.dates[row] + 14
            let isRepeated =
                at + 1 < series.rows.count && series.sheet.dates[series.rows[at + 1]] <= limit
            let isDue = frame.input.asOf.days > limit
            return isRepeated || !isDue
                ? [] : [(.withdrawalNotRepeated, series.sheet.dates[row])]
        }
        return []
    }

    /// ASQ:SE: the newest score at or above the cut-off.
    private func socialEmotional(_ series: Rows) -> Seen {
        series.isClinical(series.last) ? [(.socialEmotionalConcern, series.lastDate)] : []
    }

    /// SDQ: reliably worse than at first.
    private func difficulties(_ series: Rows) -> Seen {
        series.change(from: series.rows[0], to: series.last) == .deteriorated
            ? [(.difficultiesWorse, series.lastDate)] : []
    }
}
