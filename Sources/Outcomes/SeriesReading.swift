import Basics
import Model

/// One series read: where it stands at each horizon, and how it changed.
struct SeriesReading {
    let person: Int32
    let measure: Int32
    let strand: Int32
    /// Index among the scales made ready.
    let scale: Int32
    /// Which rows of the strand count.
    let rows: PickedRows
    /// The family's next series of the measure, or -1.
    let next: Int32
    /// Row of the baseline, or -1.
    var baseline: Int32 = -1
    /// The baseline's form, and whether it lies in the clinical range, where there is a cut-off.
    var form: UInt8 = 0
    var isClinical: Bool?
    /// The baseline's score in units of the scale; 0 where none is.
    var start: Int64 = 0
    var short = HorizonReading()
    var medium = HorizonReading()
    var long = HorizonReading()

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
    var standing = Standing.notYetDue
    /// Whether baseline and follow-up may be subtracted.
    var isSubtracted = false
    var change = ChangeClass.none
    var clinical = ClinicalClass.none
    var zone = ZoneChange.none
    /// Whether the follow-up lies in the clinical range, where there is a cut-off.
    var isClinical: Bool?
    /// Row of the follow-up, or -1.
    var followUp: Int32 = -1
    /// The day of the follow-up.
    var date: Int32 = 0
    /// What the score has gained, positive for better, in units of the scale; 0 where it is not
    /// subtracted.
    var gain: Int64 = 0
}

/// A row's score, and what it says by itself.
private struct Place {
    let occasion: Occasion
    let score: Fraction
    /// Nothing without a cut-off.
    let isClinical: Bool?
    /// Ascending with the score: its band in the first set of bands, else its side of the cut-off.
    let zone: Int?
}

extension ScaleReading {
    /// Reads a series of this scale by one informant, whose rows are picked.
    func read(
        _ series: inout SeriesReading, _ rows: StrandRows, by informant: UInt8, in sheet: Sheet,
        _ windows: CaseWindows
    ) {
        let picked = series.rows
        guard picked.baseline >= 0 else {
            series.short.standing = windows.short.isNotYetDue ? .notYetDue : .noBaseline
            series.medium.standing = windows.medium.isNotYetDue ? .notYetDue : .noBaseline
            series.long.standing = windows.long.isNotYetDue ? .notYetDue : .noBaseline
            return
        }
        let first = place(rows[Int(picked.baseline)], informant, in: sheet)
        let threshold = change.value(for: first.occasion, in: sheet)
        series.baseline = Int32(first.occasion.row)
        let start = first.score.inUnits(unit)
        series.start = start
        series.form = first.occasion.form
        series.isClinical = first.isClinical
        func reading(_ window: CaseWindows.Window, _ followUp: Int32) -> HorizonReading {
            if window.isNotYetDue { return HorizonReading() }
            guard followUp >= 0 else {
                return HorizonReading(standing: window.endedBefore ? .ended : .missing)
            }
            return compare(first, start, rows[Int(followUp)], threshold, in: sheet)
        }
        series.short = reading(windows.short, picked.short)
        series.medium = reading(windows.medium, picked.medium)
        series.long = reading(windows.long, picked.long)
    }

    /// Judges a measured pair of rows, the first of which has a score of `start` units.
    private func compare(
        _ first: Place, _ start: Int64, _ followUp: StrandEntry, _ threshold: ChangeThreshold?,
        in sheet: Sheet
    ) -> HorizonReading {
        let last = place(followUp, first.occasion.informant, in: sheet)
        var reading = HorizonReading(
            standing: .measured, followUp: followUp.row, date: followUp.date)
        reading.isSubtracted =
            comparesAcrossForms || first.occasion.form == last.occasion.form
        reading.isClinical = last.isClinical
        reading.zone = zoneChange(from: first, to: last)
        guard reading.isSubtracted else { return reading }
        let end = last.score.inUnits(unit)
        reading.gain = better == .higher ? end - start : start - end
        guard let threshold else { return reading }
        reading.change = threshold.judge(improvement(from: first.score, to: last.score))
        if threshold.judgement == .reliable {
            reading.clinical = clinicalClass(from: first, to: last, reading.change)
        }
        return reading
    }

    private func place(_ entry: StrandEntry, _ informant: UInt8, in sheet: Sheet) -> Place {
        let occasion = Occasion(
            row: Int(entry.row), informant: informant, form: entry.form,
            hasBirth: entry.hasBirth)
        let score = sheet.score(occasion.row, scale)
        let bounds = zones.value(for: occasion, in: sheet)
        let isClinical = isClinical(score, occasion, in: sheet)
        let side = isClinical.map { $0 == (better == .higher) ? 0 : 1 }
        return Place(
            occasion: occasion, score: score, isClinical: isClinical,
            zone: bounds.map { zoneBounds.band(of: score, in: $0) } ?? side)
    }

    /// Whether two rows' points may be subtracted: forms of unlike length may not.
    func maySubtract(_ first: Int, _ last: Int, in sheet: Sheet) -> Bool {
        comparesAcrossForms || sheet.forms[first] == sheet.forms[last]
    }

    /// Whether a row's score lies in the clinical range, or nothing without a cut-off.
    func isClinical(_ row: Int, in sheet: Sheet) -> Bool? {
        isClinical(sheet.score(row, scale), sheet.occasion(row), in: sheet)
    }

    @inline(__always)
    private func isClinical(
        _ score: Fraction, _ occasion: Occasion, in sheet: Sheet
    ) -> Bool? {
        cutOffs.value(for: occasion, in: sheet).map { $0.isClinical(score, better: better) }
    }

    private func clinicalClass(
        from first: Place, to last: Place, _ change: ChangeClass
    ) -> ClinicalClass {
        guard let was = first.isClinical, let is_ = last.isClinical else { return .none }
        switch change {
        case .improved: return was && !is_ ? .recovered : .improved
        case .noChange: return .unchanged
        case .deteriorated: return !was && is_ ? .harmed : .deteriorated
        case .none: return .none
        }
    }

    private func zoneChange(from first: Place, to last: Place) -> ZoneChange {
        guard let a = first.zone, let b = last.zone else { return .none }
        if a == b { return .same }
        return (b > a) == (better == .higher) ? .better : .worse
    }

    /// What a score has gained; positive is better.
    func improvement(from baseline: Fraction, to followUp: Fraction) -> Fraction {
        better == .higher ? followUp - baseline : baseline - followUp
    }
}

extension CutOff {
    /// Whether a score lies in the clinical range of a scale whose good direction is `better`.
    fileprivate func isClinical(_ score: Fraction, better: Better) -> Bool {
        let distance = score.distance(from: value)
        if distance == 0 { return isClinicalAtValue }
        return better == .higher ? distance < 0 : distance > 0
    }
}

extension [Ratio] {
    /// Which of the bands, whose lower bounds stand in `range`, a score lies in.
    func band(of score: Fraction, in range: Range<Int>) -> Int? {
        var at = range.upperBound
        while at > range.lowerBound {
            at -= 1
            if score.distance(from: self[at]) >= 0 { return at - range.lowerBound }
        }
        return nil
    }
}
