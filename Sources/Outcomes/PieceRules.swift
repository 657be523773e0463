import Basics
import Model

extension PieceRule {
    /// What one series says of a rule that needs no bands.
    func result(
        _ series: SeriesReading, _ reading: HorizonReading, _ frame: Frame
    ) -> PieceResult {
        if isMet(series.isClinical) ?? false { return .alreadyThere }
        return PieceResult(reading) { holds(series, reading, frame) }
    }

    /// Whether a single score meets a rule that is about where a family is, not how it moved;
    /// nothing for the other rules and where no cut-off applies.
    ///
    /// Not getting worse is no change to hope for in the functional range, so *not worse* is met
    /// there from the start.
    private func isMet(_ isClinical: Bool?) -> Bool? {
        switch self {
        case .reliableImprovement, .atLeastSteps, .inBand, .unknown: nil
        case .betterThanCutOff, .notWorse: isClinical.map { !$0 }
        }
    }

    private func holds(
        _ series: SeriesReading, _ reading: HorizonReading, _ frame: Frame
    ) -> Bool? {
        switch self {
        case .reliableImprovement:
            return reading.change == .none ? nil : reading.change == .improved
        case .atLeastSteps(let steps):
            return reading.isSubtracted
                ? series.improvement(to: reading, frame).isAtLeast(steps) : nil
        case .betterThanCutOff: return isMet(reading.isClinical)
        case .notWorse:
            if reading.change != .none { return reading.change != .deteriorated }
            if reading.isSubtracted {
                return series.improvement(to: reading, frame).numerator >= 0
            }
            return reading.zone == .none ? nil : reading.zone != .worse
        case .inBand, .unknown: return nil
        }
    }
}

extension SeriesReading {
    /// What the score has gained, exactly.
    fileprivate func improvement(to reading: HorizonReading, _ frame: Frame) -> Fraction {
        frame.lending(Int(scale)) { scale, sheet in
            sheet.improvement(from: Int(baseline), to: Int(reading.followUp), scale)
        }
    }
}

extension BandRule {
    /// What one series says.
    func result(
        _ series: SeriesReading, _ reading: HorizonReading, _ frame: Frame
    ) -> PieceResult {
        frame.lending(Int(series.scale)) { scale, sheet in
            if isMet(at: Int(series.baseline), scale, sheet) ?? false { return .alreadyThere }
            return PieceResult(reading) { isMet(at: Int(reading.followUp), scale, sheet) }
        }
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
