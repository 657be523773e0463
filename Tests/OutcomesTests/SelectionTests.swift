import Basics
import Model
import Testing

/// What an evaluator asks for.
@Suite struct SelectionTests {
    private var conclusions: Conclusions {
        var town = Town()
        town.family("a", from: "2024-01-01")
        town.measure("a", "mor", "mor", on: "2024-01-01", ["ors.total": 20, "srs.total": 38])
        return town.concluded(asOf: "2026-10-31")
    }

    @Test func rowsArePickedByScaleHorizonAndLevel() throws {
        var selection = Selection()
        selection.scales = ["ors.total"]
        selection.horizons = [.medium]
        selection.levels = [.team]
        let conclusions = conclusions
        let rows = try selection.changes(of: conclusions)
        #expect(rows.count == 1)
        #expect(rows.first?.horizon == .medium)
        #expect(rows.first.map { conclusions.groups[$0.group].team } == "T")
    }

    @Test func anUnknownNameGetsANearMiss() {
        var selection = Selection()
        selection.scales = ["ors.totl"]
        let conclusions = conclusions
        #expect {
            _ = try selection.changes(of: conclusions)
        } throws: { error in
            (error as? Refusal)?.findings.map(\.summary)
                == ["no scale 'ors.totl' has been measured; did you mean 'ors.total'?"]
        }
    }
}
