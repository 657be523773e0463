import Basics
import Foundation
import Model
import Statistics

/// The rules of series and group figures once more, slow and plain: doubles, lists and sorting,
/// with the published formulas written out, to be compared with the real thing.
struct PlainChange {
    var standings = StandingCounts()
    /// By family: baseline and follow-up of each measured series.
    var families: [[(Double, Double)]] = []
    var lost: [Double] = []

    private struct Score {
        var date: Int32
        var value: Double
    }

    /// Reads one scale of one informant at one horizon in the cases that a filter lets through.
    init(
        _ town: Town, scale name: String, informant: String, months: Int, tolerance: Int32,
        asOf: Int32, among isIncluded: (Int) -> Bool
    ) {
        let instrument = town.instruments.firstIndex { each in
            each.scales.contains { $0.name == name }
        }!
        let scale = town.instruments[instrument].scales.firstIndex { $0.name == name }!
        let code = town.instruments[instrument].informants.firstIndex(of: informant)!
        let rows = town.rows.filter {
            $0.instrument == instrument && Int($0.informant) == code && $0.scores[scale] != nil
                && $0.date <= asOf && $0.date >= town.cases.starts[Int($0.caseIndex)] - 90
        }
        for own in Dictionary(grouping: rows, by: \.caseIndex).values {
            let caseIndex = Int(own[0].caseIndex)
            guard isIncluded(caseIndex), town.cases.starts[caseIndex] <= asOf else { continue }
            let persons = Dictionary(grouping: own, by: \.person).values
            families.append(
                persons.compactMap { rows in
                    let scores = rows.map { Score(date: $0.date, value: $0.scores[scale]!.value) }
                    return read(
                        scores.sorted { $0.date < $1.date }, town, caseIndex, months, tolerance,
                        asOf)
                })
        }
    }

    private mutating func read(
        _ scores: [Score], _ town: Town, _ caseIndex: Int, _ months: Int, _ tolerance: Int32,
        _ asOf: Int32
    ) -> (Double, Double)? {
        guard !scores.isEmpty else { return nil }
        let start = town.cases.starts[caseIndex]
        let target = CalendarDate(days: start).adding(months: months).days
        if asOf < target + tolerance {
            standings.notYetDue += 1
            return nil
        }
        guard let baseline = scores.first(where: { $0.date >= start - 60 && $0.date <= start + 42 })
        else {
            standings.noBaseline += 1
            return nil
        }
        let candidates = scores.filter {
            abs($0.date - target) <= tolerance
                && Double($0.date - baseline.date) >= Double(target - start) / 2
        }.sorted {
            (abs($0.date - target), -$0.date) < (abs($1.date - target), -$1.date)
        }
        if let followUp = candidates.first {
            standings.measured += 1
            return (baseline.value, followUp.value)
        }
        let end = town.cases.ends[caseIndex]
        let hasEnded = end != AssessmentBatch.none && end <= asOf && end < target - tolerance
        if hasEnded {
            standings.ended += 1
        } else {
            standings.missing += 1
            lost.append(baseline.value)
        }
        return nil
    }

    var pairs: [(Double, Double)] { families.flatMap(\.self) }

    /// Positive is better.
    func improvements(lowerIsBetter: Bool) -> [[Double]] {
        families.map { $0.map { lowerIsBetter ? $0.0 - $0.1 : $0.1 - $0.0 } }
    }

    static func mean(_ values: [Double]) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    static func sd(_ values: [Double]) -> Double {
        let centre = mean(values)
        let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
