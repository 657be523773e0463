import Model
import TestSupport
import Testing

@testable import Disclosure

/// Attacks on municipalities that once gave something away, each with what it was, and on longer
/// rows of periods than two.
@Suite struct FurtherAttackTests {
    /// A municipality by its number, through some months.
    private struct Municipality {
        let number: Int
        private(set) var plan: Invented.Plan

        /// One that most families leave.
        static func thatFamiliesLeave(_ number: Int) -> Municipality {
            var municipality = Municipality(number)
            municipality.plan.endsEarly = true
            return municipality
        }

        /// One with a programme beside which all others are small.
        static func lopsided(_ number: Int) -> Municipality {
            var municipality = Municipality(number)
            municipality.plan.isLopsided = true
            municipality.plan.programmes = 2 + number % 4
            return municipality
        }

        init(_ number: Int) {
            self.number = number
            let size = number % 400
            plan = Invented.Plan(
                programmes: number % 3 == 0 ? 2 : 1,
                municipalities: number % 5 == 0 ? 4 : number % 5 == 1 ? 2 : 1,
                teams: 1 + number % 6, families: 6 + size * size / 500 + number * 11 % 60)
        }

        /// The truth of the first month and of so many after it.
        func truth(months: Int) -> [Invented] {
            var truth = [Invented(plan, seed: UInt64(5000 + number))]
            for month in 1..<(months + 1) {
                truth.append(truth[month - 1].later(plan, seed: UInt64(9000 + number * 10 + month)))
            }
            return truth
        }
    }

    /// What is published of each month, knowing the one before.
    private func published(
        _ truth: [Invented], rules: SmallNumbers = SmallNumbers()
    ) -> [Disclosed] {
        truth.reduce(into: []) { published, month in
            published.append(
                disclose(
                    month.disclosable(), rules: rules,
                    earlier: EarlierPublished(lastShown: published)))
        }
    }

    private func found(_ months: ArraySlice<Disclosed>) -> [Attack.Narrowed] {
        var attack = Attack(months.map(\.published), Invented.definitions)
        return attack.narrowed(threshold: 5)
    }

    @Test(arguments: [
        // Of the sum over all programmes two parts had grown together by less than a threshold,
        // though none of them had in any programme.
        10281, 10380, 10386,
        // The measured had hardly grown, and all else that adds up to the cases was shown.
        11057, 11473,
        // Those who are due had hardly grown, and who is not yet due was shown.
        10022, 10502, 10578, 10075, 11268,
        // Not yet due, hidden with hardly anybody else: several tables together told it.
        10365, 10954, 10987,
        // The ended of the schedule's last line, who are the ended of the cases.
        1, 101, 20026,
        // Hidden parts of the first month were no more than its own totals left of them.
        10176, 10773,
        // Families with an added value, who are no more than their children and the cases.
        40_076, 40_892, 42_911, 903_633,
        // All parts of a total were hidden, hardly any of them had grown, and it was shown.
        42_446, 41_928, 42_627, 41_590,
        // Hidden parts of the first month were no more than the cases then, or beside a new part.
        60_035, 61_013, 62_908,
        // What the others left of a whole was what a hidden part had been at least.
        60_402, 61_425, 42_351,
        // No baseline was hidden of everything at one horizon and shown at a later one.
        63_168, 61_869, 62_655,
        // Measurements made in a hidden month are no more than were due.
        80_304,
        // One programme was shown and the other was what it was, and the sum over both was hidden.
        41_592, 41_925, 110_250,
        // Those due with a baseline were few, and all else that adds up to the series was shown.
        103_384, 104_588,
        // Parts that were hidden were so much at least together, and so no more than so much each.
        103_389, 103_503, 104_565, 105_794, 106_941, 110_481,
        // So were groups that were hidden.
        41_104, 61_870, 109_192, 110_684,
        // What was hidden was no more than is shown now, and what it left of a sum told others.
        61_973, 106_787, 107_483, 108_724,
        // Two standings shown anew told at another horizon how many series there had been.
        60_407, 126_980,
        // Who is not yet due, shown anew in one team, told how many of another were not measured.
        307_067,
        // Two tables had those who are due in common, and told together who they were.
        301_094,
        // Those who had ended before they were due were nearly all who had ended.
        340_277,
        // What the others of a sum were at most left so much for one that others of its column
        // could be no more than so much.
        1_000_145,
    ])
    func whatOnceGaveSomethingAwayDoesNoMore(number: Int) {
        expectNothing(Municipality(number), months: 2)
    }

    /// Nothing is found in any month, or in it and the one before.
    private func expectNothing(_ municipality: Municipality, months: Int) {
        let months = published(municipality.truth(months: months))
        for month in months.indices {
            let found = found(months[max(0, month - 1)...month])
            #expect(found.isEmpty, "\(municipality.number), month \(month): \(found.prefix(3))")
        }
    }

    /// Where most families leave, nearly all who have ended had ended before they were due.
    @Test(arguments: [
        // What was hidden of them could not be more, since so few had ended at all.
        502_262, 502_941, 510_476,
        // They were between what they had been and all who have ended.
        500_765, 505_124, 505_888, 510_475, 524_714,
        // No baseline, shown anew, told at another horizon how many series there had been.
        501_576,
        // Others of several sizes.
        500_010, 500_120, 500_230, 500_340,
    ])
    func whereFamiliesLeaveNothingIsTold(number: Int) {
        expectNothing(.thatFamiliesLeave(number), months: 1)
    }

    /// No baseline was hidden at one horizon, and shown at an earlier and a later one; how many series
    /// there are was known, and taken to be of no day.
    @Test(arguments: [510_118, 530_695, 840_257])
    func whereFamiliesLeaveLaterMonthsTellNothing(number: Int) {
        expectNothing(.thatFamiliesLeave(number), months: 4)
    }

    @Test(arguments: [
        // All families of a programme have goals, so that the sum over all programmes was known.
        600_261, 600_701, 600_778, 600_798,
        // The only programme that hid its new cases of a month could have had none.
        702_267,
        // Others of several sizes.
        600_020, 600_130, 600_240, 600_350,
    ])
    func twoMonthsOfALopsidedMunicipalityTellNothing(number: Int) {
        expectNothing(.lopsided(number), months: 1)
    }

    /// What a group showed told its parts where all of them were hidden, and some had not grown.
    @Test(arguments: [30_330, 30_357, 30_369])
    func aGroupTellsNothingOfPartsThatAreAllHidden(number: Int) {
        let found = found(published(Municipality(number).truth(months: 3))[2...3])
        #expect(found.isEmpty, "\(found.prefix(3))")
    }

    /// What had been kept is not what it was, which newer figures told; nor was a number of cases.
    @Test(arguments: [
        80_041, 80_186, 80_217, 80_225, 80_260, 80_336, 80_372, 80_405, 80_714, 80_755, 80_792,
        // What a horizon hid had hardly grown, and another one told how many series there are.
        80_761, 90_247, 90_388, 140_350, 140_392,
        // No baseline of a programme, shown anew, told what had been kept in its municipalities.
        320_390,
    ])
    func newerFiguresDoNotTellWhatHadBeenKept(number: Int) {
        let months = published(Municipality(number).truth(months: 5))
        for month in 1..<months.count {
            let found = found(months[(month - 1)...month])
            #expect(found.isEmpty, "\(number), month \(month): \(found.prefix(3))")
        }
    }

    /// Where what changed little is hidden instead of kept, a total is at least what its parts were.
    @Test(arguments: [
        // Those who had improved were hidden, and how they had was shown, being what it was.
        330_144, 330_180, 330_438, 330_594, 330_621, 330_969,
        // What had been shown two months before, and hidden since, was what it had been.
        750_243, 750_264, 750_297, 750_339,
        // Others of several sizes.
        330_040, 330_150, 330_240, 330_341,
    ])
    func whatIsHiddenInsteadOfKeptIsNotToldEither(number: Int) {
        let months = published(
            Municipality(number).truth(months: 3), rules: SmallNumbers(smallChange: .mergeUpward))
        for month in months.indices {
            var attack = Attack(
                months[max(0, month - 1)...month].map(\.published), Invented.definitions)
            attack.before = months[..<max(0, month - 1)].map(\.published)
            let found = attack.narrowed(threshold: 5)
            #expect(found.isEmpty, "\(number), month \(month): \(found.prefix(3))")
        }
    }

    /// However many months came before, what a kept or hidden count is now, or was a month ago, is
    /// not told. The rules are no proof of it (see the limits in `Disclosure.md`).
    @Test(arguments: 0..<4)
    func aRowOfMonthsTellsNothingOfTheNewestTwo(first: Int) {
        for number in stride(from: 30_000 + first, to: 30_060, by: 4) {
            let months = published(Municipality(number).truth(months: 4))
            for month in 1..<months.count {
                let found = found(months[(month - 1)...month])
                #expect(found.isEmpty, "\(number), month \(month): \(found.prefix(3))")
            }
        }
    }
}
