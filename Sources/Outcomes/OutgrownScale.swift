import Basics
import Model

/// A scale that persons outgrow and the one they go on with, as one informant fills them in.
///
/// The points of the two are never subtracted: ORS and CORS, say, have other norms. What can be
/// said is on which side of its cut-off each score lies.
struct OutgrownScale: Sendable {
    let earlier: ScaleReading
    let later: ScaleReading
    /// Measures of the one informant.
    let earlierMeasure: Int32
    let laterMeasure: Int32

    /// Every such pair of scales by every informant, in the order of the measures.
    static func all(_ frame: Frame) -> [OutgrownScale] {
        frame.scales.flatMap { earlier -> [OutgrownScale] in
            let declared = frame.input.instruments[earlier.instrument].scales[earlier.scale]
            guard
                let later = frame.scales.first(where: {
                    $0.instrument == earlier.instrument && $0.name == declared.continuesAs
                })
            else { return [] }
            return zip(earlier.measures, later.measures).filter { $0 >= 0 && $1 >= 0 }.map {
                OutgrownScale(
                    earlier: earlier, later: later, earlierMeasure: $0, laterMeasure: $1)
            }
        }
    }

    /// Counts the persons of a family by horizon.
    func add(_ family: FamilyReading, _ frame: Frame, to counts: inout [ZoneCounts]) {
        guard family.has(earlierMeasure), family.has(laterMeasure) else { return }
        let sheet = frame.sheets[earlier.instrument]
        family.forEach(of: earlierMeasure) { outgrown in
            family.forEach(of: laterMeasure) { other in
                guard outgrown.person == other.person, outgrown.baseline >= 0 else { return }
                let rows = frame.rows(of: Int(other.strand))
                let found = later.followUps(
                    rows, in: sheet, family.windows, baseline: outgrown.baseline)
                for (horizon, row) in zip(Horizon.allCases, found) {
                    let standing = outgrown[horizon].standing
                    guard standing == .missing || standing == .ended, row >= 0 else { continue }
                    let change = zoneChange(Int(outgrown.baseline), Int(row), in: sheet)
                    counts[Int(horizon.rawValue)].count(change)
                }
            }
        }
    }

    /// 1 for out of the clinical range, -1 for into it, 0 for the same side; nothing without both
    /// cut-offs.
    private func zoneChange(_ first: Int, _ last: Int, in sheet: Sheet) -> Int8? {
        guard let was = earlier.isClinical(first, in: sheet),
            let isNow = later.isClinical(last, in: sheet)
        else { return nil }
        return was == isNow ? 0 : was ? 1 : -1
    }
}
