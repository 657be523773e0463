import Basics
import Model
import ReportModel
import Testing

@testable import Reporting

@Suite struct FunnelTests {
    /// A village in which so many municipalities of 31 children are compared; the last one has
    /// nobody who improved, the others 12.
    private func village(_ units: Int) -> Village {
        var village = Village()
        village.conclusions.groups = [
            Village.group(nil, nil, nil, 61 * units), Village.group("vejen", nil, nil, 61 * units),
        ]
        var compared: [FunnelFigure.Unit] = []
        for unit in 0..<units {
            let group = village.conclusions.groups.count
            village.conclusions.groups.append(Village.group("vejen", "Sø \(unit)", nil, 61))
            let improved = unit == units - 1 ? 0 : 12
            village.change(group, measure: 1, measured: 31, improved: improved)
            compared.append(
                FunnelFigure.Unit(
                    group: group, improved: improved, measured: 31, share: Double(improved) / 31,
                    limits95: Bounds(low: 0.2, high: 0.5), limits998: Bounds(low: 0.1, high: 0.6)))
        }
        addAll(units, &village)
        village.conclusions.funnels = [
            FunnelFigure(
                group: 1, measure: 1, horizon: .short, expected: 0.36, overdispersion: 1,
                hasVerdict: units >= 12, units: compared)
        ]
        return village
    }

    /// What all municipalities add up to, in the programme and over all.
    private func addAll(_ units: Int, _ village: inout Village) {
        for group in 0...1 {
            village.change(group, measure: 1, measured: 31 * units, improved: 12 * (units - 1))
        }
        for index in village.conclusions.changes.indices.prefix(2) {
            var standings = StandingCounts()
            standings.measured = 31 * units
            standings.missing = 6 * units
            standings.noBaseline = 7 * units
            standings.ended = 8 * units
            standings.notYetDue = 9 * units
            village.conclusions.changes[index].standings = standings
            village.conclusions.changes[index].classes?.noChange = 11 * (units - 1) + 23
            village.conclusions.changes[index].classes?.deteriorated = 8 * units
        }
    }

    @Test(arguments: Language.allCases, Disclosed.Profile.allCases)
    func underTwelveUnitsNoUnitIsJudged(_ language: Language, _ profile: Disclosed.Profile) throws {
        var village = village(8)
        village.language = language
        village.profile = profile
        let text = try said(village, ["funnel"])
        let isDanish = language == .danish
        #expect(text.contains(isDanish ? "så ingen enhed vurderes" : "so no unit is judged"))
        #expect(text.contains(isDanish ? "| Sø 1 | 31 | 39 % | ikke" : "| Sø 1 | 31 | 39% | not"))
        for verdict in ["inden for grænserne", "within the limits", "uden for", "outside the"] {
            #expect(!text.contains(verdict), "\(verdict)")
        }
    }

    @Test func twelveUnitsAreJudged() throws {
        var village = village(12)
        village.profile = .internal
        let text = try said(village, ["funnel"])
        #expect(text.contains("| Sø 1 | 31 | 39 % | inden for grænserne |"))
        #expect(text.contains("| Sø 11 | 31 | 0 % | uden for grænserne |"))
        #expect(!text.contains("ingen enhed vurderes"))
    }

    /// Where the limits are hidden, a unit is not called within them.
    @Test func unitsWithoutLimitsAreNotJudged() throws {
        var village = village(12)
        village.conclusions.funnels[0].overdispersion = 2
        let text = try said(village, ["funnel"])
        #expect(text.contains("Grænserne er skjult"))
        #expect(text.contains("| Sø 1 | 31 | 39 % | ikke vurderet |"))
        #expect(!text.contains("inden for grænserne") && !text.contains("99,8"))
    }
}
