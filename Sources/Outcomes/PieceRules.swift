import Basics
import Model

extension PieceRule {
    /// What one series says of a rule that needs no bands.
    func result(
        _ series: SeriesReading, _ reading: HorizonReading, _ scale: ScaleReading, _ sheet: Sheet
    ) -> PieceResult {
        if isMet(at: Int(series.baseline), scale, sheet) ?? false { return .alreadyThere }
        return PieceResult(reading) { holds(series, reading, scale, sheet) }
    }

    /// Whether a single score meets a rule that is about where a family is, not how it moved;
    /// nothing for the other rules and where no cut-off applies.
    ///
    /// Not getting worse is no change to hope for in the functional range, so *not worse* is met
    /// there from the start.
    private func isMet(at row: Int, _ scale: ScaleReading, _ sheet: Sheet) -> Bool? {
        switch self {
        case .reliableImprovement, .atLeastSteps, .inBand, .unknown: nil
        case .betterThanCutOff, .notWorse: scale.isClinical(row, in: sheet).map { !$0 }
        }
    }

    private func holds(
        _ series: SeriesReading, _ reading: HorizonReading, _ scale: ScaleReading, _ sheet: Sheet
    ) -> Bool? {
        var improvement: Fraction {
            sheet.improvement(from: Int(series.baseline), to: Int(reading.followUp), scale)
        }
        switch self {
        case .reliableImprovement:
            return reading.change == .none ? nil : reading.change == .improved
        case .atLeastSteps(let steps):
            return reading.isSubtracted ? improvement.isAtLeast(steps) : nil
        case .betterThanCutOff: return isMet(at: Int(reading.followUp), scale, sheet)
        case .notWorse:
            if reading.change != .none { return reading.change != .deteriorated }
            return reading.isSubtracted
                ? improvement.numerator >= 0 : reading.zone.map { $0 >= 0 }
        case .inBand, .unknown: return nil
        }
    }
}

extension BandRule {
    /// What one series says.
    func result(
        _ series: SeriesReading, _ reading: HorizonReading, _ scale: ScaleReading, _ sheet: Sheet
    ) -> PieceResult {
        if isMet(at: Int(series.baseline), scale, sheet) ?? false { return .alreadyThere }
        return PieceResult(reading) { isMet(at: Int(reading.followUp), scale, sheet) }
    }

    /// Whether a score lies in one of the bands; nothing where none applies.
    private func isMet(at row: Int, _ scale: ScaleReading, _ sheet: Sheet) -> Bool? {
        guard let range = ranges.value(for: sheet.occasion(row), in: sheet) else { return nil }
        return bounds.band(of: sheet.score(row, scale.scale), in: range).map { bands.contains($0) }
    }
}

extension PieceResult {
    /// What a series says whose baseline does not meet the rule already.
    fileprivate init(_ reading: HorizonReading, holds: () -> Bool?) {
        switch reading.standing {
        case .ended: self = .ended
        case .notYetDue, .noBaseline, .missing: self = .notMeasured
        case .measured: self = holds().map { $0 ? .holds : .fails } ?? .notMeasured
        }
    }
}
