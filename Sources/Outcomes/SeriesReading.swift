import Basics
import Model

/// One series read: where it stands at each horizon, and how it changed.
struct SeriesReading {
    let person: Int32
    let measure: Int32
    let strand: Int32
    /// Index among the scales made ready.
    let scale: Int32
    /// Row of the baseline, or -1.
    var baseline: Int32
    var short: HorizonReading
    var medium: HorizonReading
    var long: HorizonReading

    subscript(_ horizon: Horizon) -> HorizonReading {
        switch horizon {
        case .short: short
        case .medium: medium
        case .long: long
        }
    }
}

/// A series at one horizon.
struct HorizonReading {
    var standing: Standing
    /// Row of the follow-up, or -1.
    var followUp: Int32 = -1
    /// Whether baseline and follow-up may be subtracted.
    var isSubtracted = false
    var change = ChangeClass.none
    var clinical = ClinicalClass.none
    /// 1 for a better zone, 0 for the same, -1 for a worse one; nothing where there are none.
    var zone: Int8?
}

extension ScaleReading {
    /// Reads the series of this scale in a strand's rows, which stand by date; gives nothing
    /// where no row has a score.
    func read(
        _ rows: StrandRows, in sheet: Sheet, _ windows: CaseWindows
    ) -> (baseline: Int32, horizons: (HorizonReading, HorizonReading, HorizonReading))? {
        var hasScore = false
        var baseline: Int32 = -1
        var from: Int32 = 0
        for row in rows where sheet.hasScore(row, scale) {
            hasScore = true
            if windows.baseline.contains(row.date) {
                (baseline, from) = (row.row, row.date)
                break
            }
        }
        guard hasScore else { return nil }
        let followUps = nearest(rows, in: sheet, windows, baseline: baseline, on: from)
        return (
            baseline,
            (
                reading(windows.short, baseline, followUps.short.row, in: sheet),
                reading(windows.medium, baseline, followUps.medium.row, in: sheet),
                reading(windows.long, baseline, followUps.long.row, in: sheet)
            )
        )
    }

    /// The row that counts as the follow-up in each window, found in one pass.
    private func nearest(
        _ rows: StrandRows, in sheet: Sheet, _ windows: CaseWindows, baseline: Int32,
        on from: Int32
    ) -> (short: FollowUp, medium: FollowUp, long: FollowUp) {
        var found = (short: FollowUp(), medium: FollowUp(), long: FollowUp())
        guard baseline >= 0, !windows.areAllNotYetDue else { return found }
        for row in rows where sheet.hasScore(row, scale) {
            let date = row.date
            guard date > from else { continue }
            found.short.offer(row.row, date, from: from, windows.short)
            found.medium.offer(row.row, date, from: from, windows.medium)
            found.long.offer(row.row, date, from: from, windows.long)
        }
        return found
    }

    /// The rows that count as follow-ups at each horizon of a baseline that may be another scale's;
    /// -1 where there is none.
    func followUps(
        _ rows: StrandRows, in sheet: Sheet, _ windows: CaseWindows, baseline: Int32
    ) -> [Int32] {
        let found = nearest(
            rows, in: sheet, windows, baseline: baseline, on: sheet.dates[Int(baseline)])
        return [found.short.row, found.medium.row, found.long.row]
    }

    private func reading(
        _ window: CaseWindows.Window, _ baseline: Int32, _ followUp: Int32, in sheet: Sheet
    ) -> HorizonReading {
        if window.isNotYetDue { return HorizonReading(standing: .notYetDue) }
        guard baseline >= 0 else { return HorizonReading(standing: .noBaseline) }
        guard followUp >= 0 else {
            return HorizonReading(standing: window.endedBefore ? .ended : .missing)
        }
        return compare(Int(baseline), Int(followUp), in: sheet)
    }

    /// Judges a measured pair of rows.
    private func compare(_ first: Int, _ last: Int, in sheet: Sheet) -> HorizonReading {
        var reading = HorizonReading(standing: .measured, followUp: Int32(last))
        reading.isSubtracted = maySubtract(first, last, in: sheet)
        reading.zone = zoneChange(first, last, in: sheet)
        guard reading.isSubtracted, let threshold = change.value(for: first, in: sheet) else {
            return reading
        }
        reading.change = threshold.judge(sheet.improvement(from: first, to: last, self))
        if threshold.judgement == .reliable {
            reading.clinical = clinicalClass(first, last, reading.change, in: sheet)
        }
        return reading
    }

    /// Whether two rows' points may be subtracted: forms of unlike length may not.
    func maySubtract(_ first: Int, _ last: Int, in sheet: Sheet) -> Bool {
        comparesAcrossForms || sheet.forms[first] == sheet.forms[last]
    }

    /// Whether a row's score lies in the clinical range, or nothing without a cut-off.
    func isClinical(_ row: Int, in sheet: Sheet) -> Bool? {
        cutOffs.value(for: row, in: sheet).map {
            $0.isClinical(sheet.score(row, scale), better: better)
        }
    }

    private func clinicalClass(
        _ first: Int, _ last: Int, _ change: ChangeClass, in sheet: Sheet
    ) -> ClinicalClass {
        guard let was = isClinical(first, in: sheet), let is_ = isClinical(last, in: sheet) else {
            return .none
        }
        switch change {
        case .improved: return was && !is_ ? .recovered : .improved
        case .noChange: return .unchanged
        case .deteriorated: return !was && is_ ? .harmed : .deteriorated
        case .none: return .none
        }
    }

    private func zoneChange(_ first: Int, _ last: Int, in sheet: Sheet) -> Int8? {
        guard let a = zone(first, in: sheet), let b = zone(last, in: sheet) else { return nil }
        let rise: Int8 = b > a ? 1 : b < a ? -1 : 0
        return better == .higher ? rise : -rise
    }

    /// The zone of a row's score, ascending with the score: its band in the first set of bands,
    /// else its side of the cut-off.
    private func zone(_ row: Int, in sheet: Sheet) -> Int? {
        if let bounds = zones?.value(for: row, in: sheet) {
            let score = sheet.score(row, scale)
            return zoneBounds[bounds].lastIndex { $0 <= score }.map { $0 - bounds.lowerBound }
        }
        guard let clinical = isClinical(row, in: sheet) else { return nil }
        return clinical == (better == .higher) ? 0 : 1
    }
}

/// The row nearest a window's target so far, or -1.
private struct FollowUp {
    var row: Int32 = -1
    private var nearest = Int32.max

    /// Takes a later row that lies in the window, at least half the horizon after the baseline, and
    /// as near the target: at equal distance the later one counts.
    @inline(__always)
    mutating func offer(
        _ row: Int32, _ date: Int32, from baseline: Int32, _ window: CaseWindows.Window
    ) {
        let distance = window.distance(date)
        guard distance <= window.tolerance, distance <= nearest,
            2 * (date - baseline) >= window.span
        else { return }
        nearest = distance
        self.row = row
    }
}
