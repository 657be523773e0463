import Basics
import Model
import Testing

/// What must hold whatever the data.
@Suite struct LawsTests {
    /// Forty families, siblings and two parents among them, from a seed.
    private func town(_ seed: UInt64, families: Int = 40) -> Town {
        var random = Draws(state: seed)
        var town = Town()
        for index in 0..<families {
            let month = random.next(12) + 1
            let start = "2023-\(month < 10 ? "0" : "")\(month)-\(10 + random.next(18))"
            town.family(
                "f\(100 + index)", from: start,
                to: random.next(4) == 0 ? "2024-0\(random.next(9) + 1)-15" : nil,
                programme: ["p", "q"][random.next(2)], municipality: ["M", "N"][random.next(2)],
                team: ["S", "T", "U"][random.next(3)])
            for person in ["mor", "far"].prefix(1 + random.next(2)) {
                fill(&town, "f\(100 + index)", person, person, "ors.total", start, &random)
            }
            for child in ["b1", "b2"].prefix(random.next(3)) {
                fill(&town, "f\(100 + index)", child, "parent", "sdq.total", start, &random)
            }
        }
        return town
    }

    private func fill(
        _ town: inout Town, _ family: String, _ person: String, _ informant: String,
        _ scale: String, _ start: String, _ random: inout Draws
    ) {
        for step in 0..<random.next(9) {
            let date = CalendarDate(days: day(start) - 50 + Int32(step * 75 + random.next(60)))
            town.measure(
                family, person, informant, on: date.iso,
                [
                    scale: Ratio(
                        Int64(random.next(scale == "ors.total" ? 401 : 41)),
                        over: scale == "ors.total" ? 10 : 1)
                ])
        }
    }

    @Test func theOrderOfRowsChangesNothing() {
        var town = town(1)
        let before = town.concluded(asOf: "2025-06-30")
        var random = Draws(state: 9)
        for at in town.rows.indices.reversed() { town.rows.swapAt(at, random.next(at + 1)) }
        let after = town.concluded(asOf: "2025-06-30")
        #expect(before.changes == after.changes)
        #expect(before.outcomes == after.outcomes)
        #expect(before.raters == after.raters)
    }

    @Test func aPersonWithoutASecondMeasurementChangesOnlyStandingsBoundsAndAttrition() {
        var town = town(2)
        let before = town.concluded(asOf: "2026-10-31")
        town.measure("f100", "new", "mor", on: "2023-06-01", ["ors.total": 7])
        town.rows[town.rows.count - 1].date = town.cases.starts[0]
        let after = town.concluded(asOf: "2026-10-31")
        #expect(before.changes.count == after.changes.count)
        var differing = 0
        for (first, second) in zip(before.changes, after.changes) {
            if first.standings != second.standings { differing += 1 }
            #expect(first.withoutStandings == second.withoutStandings)
        }
        #expect(differing > 0)
    }

    @Test func aLaterAsOfDateNeverUnmeasures() {
        let town = town(3)
        var known: Set<[Int]> = []
        for asOf in ["2023-12-31", "2024-03-31", "2024-09-30", "2025-03-31", "2026-10-31"] {
            let series = town.concluded(asOf: asOf).families.series
            var measured: Set<[Int]> = []
            for index in 0..<series.count {
                for horizon in 0..<3 where series.standings[index * 3 + horizon] == .measured {
                    measured.insert([
                        Int(series.cases[index]), Int(series.persons[index]),
                        Int(series.measures[index]), horizon,
                        Int(series.followUps[index * 3 + horizon]),
                    ])
                }
            }
            #expect(known.isSubset(of: measured))
            known = measured
        }
        #expect(known.count > 50)
    }

    @Test func teamsAddUpToTheirMunicipalityAndProgramme() {
        let conclusions = town(4).concluded(asOf: "2026-10-31")
        for level in [Group.Level.programme, .municipality, .team] {
            let rows = conclusions.changes.filter { conclusions.groups[$0.group].level == level }
            let total = conclusions.changes.filter { $0.group == 0 }
            #expect(
                rows.reduce(0) { $0 + $1.standings.total }
                    == total.reduce(0) { $0 + $1.standings.total })
            #expect(rows.reduce(0) { $0 + $1.pairs } == total.reduce(0) { $0 + $1.pairs })
        }
    }
}

extension GroupChange {
    /// The row without what a person who was not measured again may change.
    fileprivate var withoutStandings: GroupChange {
        var copy = self
        copy.standings = StandingCounts()
        copy.bounds = nil
        copy.attrition = nil
        return copy
    }
}

/// A sequence of numbers from a seed (Lehmer's generator, 48271 modulo 2³¹ − 1).
struct Draws {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
        state = (state + 1) * 48271 % 2_147_483_647
        return Int(state) % limit
    }
}
