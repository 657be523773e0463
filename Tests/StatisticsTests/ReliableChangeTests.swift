import Testing

@testable import Statistics

@Suite struct ReliableChangeTests {
    /// The inputs of Jacobson & Truax (1991): clinical mean 40, SD 7.5, reliability .80.
    private let clinical = Population(mean: 40, standardDeviation: 7.5)
    private let functional = Population(mean: 60, standardDeviation: 7.5)
    private let pair = ScorePair(baseline: 32.5, followUp: 47.5)

    private func basis(better: BetterEnd = .high) -> ReliableChangeBasis {
        ReliableChangeBasis(
            better: better, reliability: 0.8, baseline: clinical,
            followUp: Population(mean: 45, standardDeviation: 7.5), correlation: 0.5)
    }

    @Test func indicesAgreeWithThePapersOnASample() throws {
        for row in try ReferenceRow.all(in: "reliable-change.csv") {
            let method = try #require(ReliableChangeMethod(rawValue: row.text("method")))
            let pairs = zip(row.numbers("pre"), row.numbers("post"))
                .map { ScorePair(baseline: $0, followUp: $1) }
            let basis = try #require(
                ReliableChangeBasis(
                    pairs, better: .high, reliability: row.number("reliability"),
                    followUpReliability: row.number("reliability_post")))
            for (pair, expected) in zip(pairs, row.numbers("indices")) {
                #expect(agrees(method.index(of: pair, on: basis), expected, within: 1e-11))
            }
        }
    }

    /// By hand, SEM 7.5 √.2 = 3.354102, S_diff = 4.743416; see each method's comment.
    @Test(arguments: [
        (ReliableChangeMethod.jacobsonTruax, 3.162278), (.gulliksenLordNovick, 3),
        (.hsuLinnLord, 1.888889), (.edwardsNunnally, 4.024922), (.nunnallyKotsch, 3.142936),
        (.hagemanArrindell, 2.993821),
    ])
    func theWorkedPairHasItsIndex(method: ReliableChangeMethod, index: Double) {
        #expect(abs((method.index(of: pair, on: basis()) ?? 0) - index) < 1e-6)
        #expect(abs(basis().standardErrorOfDifference - 4.7434) < 5e-5)
        let mirrored = method.index(of: pair, on: basis(better: .low))
        #expect(abs((mirrored ?? 0) + index) < 1e-6)
    }

    @Test func theCriterionIsStrict() {
        #expect(ReliableChange(index: 1.96, criterion: 1.96) == .unchanged)
        #expect(ReliableChange(index: 1.9601, criterion: 1.96) == .improved)
        #expect(ReliableChange(index: -1.96, criterion: 1.96) == .unchanged)
        #expect(ReliableChange(index: -1.9601, criterion: 1.96) == .deteriorated)
        #expect(ReliableChangeMethod.hagemanArrindell.criterion == 1.65)
    }

    @Test func roundingMakesNoTieReliable() {
        // SD 10, r .5: S_diff is 10, and 19.6 points are exactly 1.96 of it.
        let basis = ReliableChangeBasis(
            better: .high, reliability: 0.5, baseline: Population(mean: 0, standardDeviation: 10))
        let tie = ScorePair(baseline: 0.7, followUp: 20.3)
        #expect(ReliableChangeMethod.jacobsonTruax.judge(tie, on: basis) == .unchanged)
        let beyond = ScorePair(baseline: 0.7, followUp: 20.31)
        #expect(ReliableChangeMethod.jacobsonTruax.judge(beyond, on: basis) == .improved)
    }

    @Test func cutOffsAreThoseOfJacobsonAndTruax() {
        #expect(ClinicalCutOff.a(clinical: clinical, better: .high) == 55)
        #expect(ClinicalCutOff.b(functional: functional, better: .high) == 45)
        #expect(ClinicalCutOff.c(clinical: clinical, functional: functional) == 50)
    }

    @Test func cutOffsMirrorAndWeighTheSpreads() {
        // Low is good: clinical 20 ± 6, functional 8 ± 3: a = 8, b = 14, c = (48 + 60) / 9 = 12.
        let bad = Population(mean: 20, standardDeviation: 6)
        let good = Population(mean: 8, standardDeviation: 3)
        #expect(ClinicalCutOff.a(clinical: bad, better: .low) == 8)
        #expect(ClinicalCutOff.b(functional: good, better: .low) == 14)
        #expect(ClinicalCutOff.c(clinical: bad, functional: good) == 12)
        let flat = Population(mean: 8, standardDeviation: 0)
        #expect(ClinicalCutOff.c(clinical: flat, functional: flat) == nil)
    }

    @Test(arguments: [
        (ReliableChange.improved, 20.0, 10.0, ClinicalChange.recovered),
        (.improved, 30, 20, .improved), (.improved, 20, 12, .improved),
        (.improved, 12, 4, .improved), (.unchanged, 13, 11, .unchanged),
        (.deteriorated, 10, 20, .harmed), (.deteriorated, 20, 30, .deteriorated),
        (.deteriorated, 12, 30, .deteriorated),
    ])
    func rangesClassifyReliableChange(
        change: ReliableChange, before: Double, after: Double, expected: ClinicalChange
    ) {
        // Low is good, cut-off 12; a score on it lies on neither side.
        let ranges = [before, after].map { ClinicalRange(of: $0, cutOff: 12, better: .low) }
        #expect(ClinicalChange(change, from: ranges[0], to: ranges[1]) == expected)
    }

    @Test func hagemanArrindellIsNotComputedWithoutReliableDifferences() {
        // s 7.5 both, correlation .9: r_dd = (2 · .8 − 1.8) / (2 − 1.8) = −1.
        var basis = basis()
        basis.correlation = 0.9
        #expect(ReliableChangeMethod.hagemanArrindell.index(of: pair, on: basis) == nil)
        basis.correlation = nil
        #expect(ReliableChangeMethod.hagemanArrindell.index(of: pair, on: basis) == nil)
    }

    @Test func whatTheBasisLacksGivesNoIndex() {
        let bare = ReliableChangeBasis(better: .high, reliability: 0.8, baseline: clinical)
        let perfect = ReliableChangeBasis(better: .high, reliability: 1, baseline: clinical)
        #expect(ReliableChangeMethod.hsuLinnLord.index(of: pair, on: bare) == nil)
        #expect(ReliableChangeMethod.jacobsonTruax.judge(pair, on: bare) == .improved)
        #expect(ReliableChangeMethod.jacobsonTruax.index(of: pair, on: perfect) == nil)
        #expect(ReliableChangeBasis([pair], better: .high, reliability: 0.8) == nil)
    }
}
