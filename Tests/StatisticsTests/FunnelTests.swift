import Testing

@testable import Statistics

@Suite struct FunnelTests {
    private func tallies(_ row: ReferenceRow) -> [Tally] {
        row.list("units").map { text in
            let parts = text.split(separator: "/").map { Int($0) ?? -1 }
            return Tally(successes: parts[0], size: parts[1])
        }
    }

    @Test func limitsAgreeWithNumPy() throws {
        for row in try ReferenceRow.all(in: "funnels.csv") {
            let tallies = tallies(row)
            let funnel = try #require(Funnel(tallies))
            #expect(agrees(funnel.centre, row.number("centre")))
            #expect(agrees(funnel.dispersion, row.number("dispersion"), within: 1e-11))
            let (low, high) = (row.numbers("low95"), row.numbers("high998"))
            for (index, tally) in tallies.enumerated() {
                let inner = funnel.limits(size: tally.size, z: Funnel.inner)
                let outer = funnel.limits(size: tally.size, z: Funnel.outer)
                #expect(agrees(inner.low, low[index], within: 1e-11))
                #expect(agrees(outer.high, high[index], within: 1e-11))
            }
        }
    }

    @Test func aHandCountedFunnelHasItsDispersion() throws {
        // p₀ = 20 / 30; z = −.16667 / √(.22222 / 10) = −1.11803, .08333 / √(.22222 / 20) = .79057;
        // 10 % and 90 % of the way: −.92717, .59971; φ = (.85965 + .35965) / 2 = .60965.
        let units = [Tally(successes: 5, size: 10), Tally(successes: 15, size: 20)]
        let funnel = try #require(Funnel(units + [Tally(successes: 0, size: 0)]))
        #expect(funnel.units == 2)
        #expect(abs(funnel.dispersion - 0.60965) < 1e-5)
    }

    @Test func unitsArePlacedFromTwelveOn() throws {
        // Eleven units at 10 of 20 and one unit elsewhere; the wings are cut back, so φ stays low.
        let even = [Tally](repeating: Tally(successes: 10, size: 20), count: 11)
        func position(_ successes: Int) throws -> FunnelPosition? {
            let unit = Tally(successes: successes, size: 20)
            return try #require(Funnel(even + [unit])).position(of: unit)
        }
        #expect(try position(10) == .inside)
        #expect(try position(2) == .farBelow)
        #expect(try position(5) == .below)
        #expect(try position(15) == .above)
        #expect(try position(18) == .farAbove)
        #expect(try #require(Funnel(even)).position(of: even[0]) == nil)
    }

    @Test func withoutSpreadOrUnitsThereIsNoFunnel() throws {
        #expect(Funnel([]) == nil)
        #expect(Funnel([Tally(successes: 0, size: 9), Tally(successes: 0, size: 4)]) == nil)
        #expect(Funnel([Tally(successes: 9, size: 9)]) == nil)
        let even = [Tally](repeating: Tally(successes: 1, size: 2), count: 12)
        #expect(try #require(Funnel(even)).position(of: Tally(successes: 0, size: 0)) == nil)
    }
}
