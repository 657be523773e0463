import Basics
import Foundation
import Model
import Statistics
import Testing

/// The real thing against a plain second implementation, on two thousand generated families.
@Suite struct PlainComparisonTests {
    private static let asOf = "2025-09-30"
    private static let town = generated(families: 2000)

    private static func generated(families: Int) -> Town {
        var random = Draws(state: 2026)
        var town = Town()
        town.persons.identifiers.reserveCapacity(families * 4)
        for index in 0..<families {
            let start = CalendarDate(iso: "2023-01-01")!.adding(days: random.next(900))
            let end = random.next(3) == 0 ? start.adding(days: 20 + random.next(800)).iso : nil
            let name = "f\(10000 + index)"
            town.family(
                name, from: start.iso, to: end, municipality: ["M", "N", "O"][random.next(3)],
                team: ["S", "T"][random.next(2)])
            for child in ["b1", "b2"].prefix(1 + random.next(2)) {
                fill(&town, name, child, "parent", "sdq.total", start, 8 + random.next(20), &random)
            }
            for parent in ["mor", "far"].prefix(1 + random.next(2)) {
                fill(
                    &town, name, parent, "mor", "ors.total", start, 100 + random.next(200), &random)
            }
        }
        return town
    }

    /// Measurements about every 70 days that drift for the better, some of them left out.
    private static func fill(
        _ town: inout Town, _ family: String, _ person: String, _ informant: String,
        _ scale: String, _ start: CalendarDate, _ level: Int, _ random: inout Draws
    ) {
        let isTenths = scale == "ors.total"
        for step in 0..<8 where random.next(5) > 0 {
            let date = start.adding(days: -70 + step * 70 + random.next(60))
            let drift = isTenths ? step * 8 + random.next(60) : -step + random.next(7)
            let value = min(max(level + drift, 0), isTenths ? 400 : 40)
            town.measure(
                family, person, informant, on: date.iso,
                [scale: Ratio(Int64(value), over: isTenths ? 10 : 1)])
        }
    }

    private static let conclusions = town.concluded(asOf: asOf)

    @Test(arguments: ["sdq.total", "ors.total"], [Horizon.short, .medium, .long])
    func groupFiguresAgree(scale: String, horizon: Horizon) throws {
        let isSDQ = scale == "sdq.total"
        for municipality in [nil, "M", "N", "O"] {
            let row = try #require(
                Self.conclusions.change(
                    scale, of: isSDQ ? "parent" : "mor", horizon, municipality: municipality))
            let months = [3, 12, 24][Int(horizon.rawValue)]
            let plain = PlainChange(
                Self.town, scale: scale, informant: isSDQ ? "parent" : "mor", months: months,
                tolerance: horizon == .short ? 45 : 90, asOf: day(Self.asOf)
            ) { index in
                let cases = Self.town.cases
                return municipality == nil
                    || cases.municipalityNames[Int(cases.municipalities[index])] == municipality
            }
            #expect(row.standings == plain.standings)
            try compare(row, plain, isSDQ)
        }
    }

    private func compare(_ row: GroupChange, _ plain: PlainChange, _ isSDQ: Bool) throws {
        let improvements = plain.improvements(lowerIsBetter: isSDQ)
        let flat = improvements.flatMap(\.self)
        guard flat.count > 2 else { return }
        expect(row.meanBaseline, PlainChange.mean(plain.pairs.map(\.0)))
        expect(row.meanFollowUp, PlainChange.mean(plain.pairs.map(\.1)))
        expect(row.meanImprovement?.value, PlainChange.mean(flat))
        expect(row.sdImprovement, PlainChange.sd(flat))
        let interval = ClusteredMean(improvements)?.interval()
        expect(row.meanImprovement?.low, try #require(interval?.low))
        expect(row.meanImprovement?.high, try #require(interval?.high))
        try compareShares(row, improvements, plain, isSDQ)
        guard flat.count >= 15 else { return #expect(row.standardisedChange == nil) }
        // Bonett (2008), written out, with Hedges' J through the logarithm of Γ.
        let n = Double(flat.count)
        let j = exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / ((n - 1) / 2).squareRoot()
        let spread = PlainChange.sd(plain.pairs.map(\.0))
        let d = j * PlainChange.mean(flat) / spread
        let sd = PlainChange.sd(flat)
        let v = sd * sd / (spread * spread * (n - 1)) + d * d / (2 * (n - 1))
        expect(row.standardisedChange?.value, d)
        expect(row.standardisedChange?.low, d - 1.96 * v.squareRoot())
    }

    private func compareShares(
        _ row: GroupChange, _ improvements: [[Double]], _ plain: PlainChange, _ isSDQ: Bool
    ) throws {
        // SDQ is whole points, 6.82 the threshold; ORS tenths, 5 inclusive.
        let isImproved: (Double) -> Bool = { isSDQ ? $0 > 6.82 : $0 > 4.95 }
        let hits = improvements.map {
            Tally(successes: $0.count(where: isImproved), size: $0.count)
        }
        let counts = hits.filter { $0.size > 0 }
        let total = counts.reduce(0) { $0 + $1.successes }
        #expect(row.classes?.improved == total)
        #expect(row.families == counts.count)
        let share = try #require(ClusteredShare(counts))
        expect(row.shareImproved?.value, share.share)
        expect(row.shareImproved?.low, share.interval().low)
        expect(row.shareImproved?.high, share.interval().high)
        let unknown = plain.standings.missing + plain.standings.ended
        let all = Double(plain.standings.measured + unknown)
        expect(row.bounds?.low, Double(total) / all)
        expect(row.bounds?.high, Double(total + unknown) / all)
        if let attrition = row.attrition {
            expect(attrition.meanMissing, PlainChange.mean(plain.lost))
        }
    }

    private func expect(_ found: Double?, _ expected: Double) {
        #expect(
            found.map { abs($0 - expected) < 1e-9 } == true, "\(found ?? .nan), not \(expected)")
    }
}
