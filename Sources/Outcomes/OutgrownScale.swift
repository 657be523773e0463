import Basics
import Model

/// A scale that persons outgrow and the one they go on with, as one informant fills them in.
///
/// The points of the two are never subtracted: ORS and CORS, say, have other norms. What can be
/// said is on which side of its cut-off each score lies.
struct OutgrownScale: Sendable {
    /// Indices among the scales made ready.
    let earlier: Int
    let later: Int
    /// Measures of the one informant.
    let earlierMeasure: Int32
    let laterMeasure: Int32

    /// Every such pair of scales by every informant, in the order of the measures.
    static func all(_ frame: Frame) -> [OutgrownScale] {
        frame.scales.enumerated().flatMap { index, earlier -> [OutgrownScale] in
            let declared = frame.input.instruments[earlier.instrument].scales[earlier.scale]
            guard
                let later = frame.scales.firstIndex(where: {
                    $0.instrument == earlier.instrument && $0.name == declared.continuesAs
                })
            else { return [] }
            return zip(earlier.measures, frame.scales[later].measures)
                .filter { $0 >= 0 && $1 >= 0 }
                .map {
                    OutgrownScale(
                        earlier: index, later: later, earlierMeasure: $0, laterMeasure: $1)
                }
        }
    }

    /// Counts the persons of a family by horizon.
    func add(_ family: FamilyReading, _ frame: Frame, to counts: inout [ZoneCounts]) {
        family.forEach(of: earlierMeasure) { outgrown in
            family.forEach(of: laterMeasure) { other in
                guard outgrown.person == other.person, outgrown.baseline >= 0 else { return }
                add(outgrown, other, family.windows, frame, to: &counts)
            }
        }
    }

    private func add(
        _ outgrown: SeriesReading, _ other: SeriesReading, _ windows: CaseWindows, _ frame: Frame,
        to counts: inout [ZoneCounts]
    ) {
        let rows = frame.rows(of: Int(other.strand))
        let picked = frame.lending(later) { later, sheet in
            PickedRows(
                followUpsAmong: rows, windows, after: sheet.dates[Int(outgrown.baseline)]
            ) { sheet.hasScore($0, later.scale) }
        }
        let found = [picked.short, picked.medium, picked.long]
        for (horizon, place) in zip(Horizon.allCases, found) {
            let standing = outgrown[horizon].standing
            guard standing == .missing || standing == .ended, place >= 0 else { continue }
            let change = zoneChange(Int(outgrown.baseline), Int(rows[Int(place)].row), frame)
            counts[Int(horizon.rawValue)].count(change)
        }
    }

    /// Better for out of the clinical range, worse for into it; none without both cut-offs.
    private func zoneChange(_ first: Int, _ last: Int, _ frame: Frame) -> ZoneChange {
        let was = frame.lending(earlier) { $0.isClinical(first, in: $1) }
        let isNow = frame.lending(later) { $0.isClinical(last, in: $1) }
        guard let was, let isNow else { return .none }
        return was == isNow ? .same : was ? .better : .worse
    }
}
