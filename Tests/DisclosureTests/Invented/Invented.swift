import Basics
import Model

@testable import Disclosure

/// Invented families in a time of months: who they are, and what will become of them.
///
/// The figures of a month follow from the families by the program's rules: a horizon comes due for
/// all of a family at once, what is measured stays measured, months gone by stay as they were.
struct Invented {
    static let measures = 3
    static let outcomes = 5
    static let lines = 3
    static let phases = 3
    static let criteria = 2
    static let elements = 2
    /// Months from a family's start to each horizon.
    static let horizons = [1, 4, 8]

    var families: [Family] = []
    /// The month that figures are as of, from 0.
    var month = 9

    /// What a random set of families looks like.
    struct Plan {
        var programmes = 1
        var municipalities = 1
        var teams = 3
        var families = 60
        /// Nearly all families are in the first programme.
        var isLopsided = false
        /// Most families leave, and then nothing more is measured as a rule.
        var endsEarly = false
    }

    init(families: [Family]) {
        self.families = families
    }

    init(_ plan: Plan, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let lean = Invented.lean(&random)
        for _ in 0..<plan.families {
            families.append(Invented.family(plan, lean, through: month, &random))
        }
    }

    /// Some shares are extreme in some municipalities: cells of 0 and lone small cells.
    static func lean(_ random: inout SeededRandom) -> [Int] {
        (0..<8).map { _ in random.below(10) }
    }

    /// The families a month later, with a few new ones.
    func later(_ plan: Plan, seed: UInt64) -> Invented {
        var random = SeededRandom(seed: seed)
        let lean = Invented.lean(&random)
        var later = self
        later.month += 1
        for _ in 0..<random.below(9) {
            var family = Invented.family(plan, lean, through: later.month, &random)
            family.start = later.month
            if let end = family.end { family.end = max(end, later.month) }
            later.families.append(family)
        }
        return later
    }
}

extension Invented {
    /// One family.
    struct Family {
        var programme: Int
        var municipality: Int
        var team: Int
        var start: Int
        var end: Int?
        var people: Int
        /// By measure: how many children or parents there is a series of.
        var series: [Int]
        /// By measure: whether there is a baseline.
        var hasBaseline: [Bool]
        /// By measure, three each: what is found once the horizon is due.
        var standings: [Standing]
        /// By measure, three each: 0 recovered, 1 improved, 2 unchanged, 3 deteriorated, 4 harmed.
        var clinical: [Int]
        /// By outcome, once it is due.
        var statuses: [OutcomeStatus]
        /// By horizon, once it is due: the parents' change and the children's.
        var sides: [(parents: SideChange, children: SideChange)]
        /// By month of the course, whether what is due then is done.
        var isDone: [Bool]
        var phase: Int?
        var isSlow: Bool
        /// By criterion, whether it is met; nothing where that is not known.
        var exits: [Bool?]
        var goals: [Goal]
        /// By element, the staff's rating.
        var ratings: [Int?]
        var addedValue: Int?

        struct Goal {
            var set: Int
            var closed: Int?
            var status: Int
            var isLate: Bool
        }
    }

    static func family(
        _ plan: Plan, _ lean: [Int], through month: Int, _ random: inout SeededRandom
    ) -> Family {
        let start = random.below(month + 1)
        let leaves = (random.below(3) == 0) != plan.endsEarly
        let end = leaves ? start + random.below(9) : nil
        var family = Family(
            programme: programme(plan, &random),
            municipality: random.below(plan.municipalities), team: skewed(plan.teams, &random),
            start: start, end: end, people: 2 + random.below(4), series: [], hasBaseline: [],
            standings: [], clinical: [], statuses: [], sides: [],
            isDone: (0..<16).map { _ in random.below(10) < 7 + lean[6] / 4 },
            phase: random.below(12) == 0 ? nil : random.below(phases),
            isSlow: random.below(6) == 0, exits: [], goals: [], ratings: [],
            addedValue: random.below(3) > 0 ? random.below(9) - 3 : nil)
        addChange(plan, lean, &family, &random)
        addActivity(lean, &family, &random)
        return family
    }

    private static func addChange(
        _ plan: Plan, _ lean: [Int], _ family: inout Family, _ random: inout SeededRandom
    ) {
        for measure in 0..<measures {
            family.series.append(
                [[0, 0, 1, 1, 1, 1, 1, 2, 2, 3], [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]][
                    min(measure, 1)][random.below(10)])
            family.hasBaseline.append(random.below(30) >= lean[1])
            for horizon in horizons {
                family.standings.append(standing(family, horizon, lean, &random))
                family.clinical.append(clinical(lean, &random))
            }
        }
        for outcome in 0..<outcomes {
            let status = OutcomeStatus.allCases[min(random.below(6 + lean[3] / 2), 5)]
            let hasEnded = family.endsBefore(horizons[outcome % 3])
            let isLost = plan.endsEarly && hasEnded && random.below(20) < 17
            family.statuses.append(
                isLost ? .ended : status == .ended && !hasEnded ? .notMeasured : status)
        }
        for _ in horizons {
            family.sides.append((side(lean, &random), side(lean, &random)))
        }
    }

    private static func addActivity(
        _ lean: [Int], _ family: inout Family, _ random: inout SeededRandom
    ) {
        for _ in 0..<criteria {
            family.exits.append([true, true, false, nil][random.below(4)])
        }
        for _ in 0..<random.below(2 + lean[7] / 2) {
            let set = family.start + random.below(3)
            family.goals.append(
                Family.Goal(
                    set: set, closed: random.below(2) == 0 ? set + 1 + random.below(6) : nil,
                    status: random.below(3), isLate: random.below(4) == 0))
        }
        for _ in 0..<elements {
            family.ratings.append(random.below(4) > 0 ? random.below(11) : nil)
        }
    }

    private static func programme(_ plan: Plan, _ random: inout SeededRandom) -> Int {
        let programme = random.below(plan.programmes)
        return plan.isLopsided && random.below(8) > 0 ? 0 : programme
    }

    /// The first team is the largest.
    private static func skewed(_ teams: Int, _ random: inout SeededRandom) -> Int {
        min(random.below(teams), random.below(teams))
    }

    private static func standing(
        _ family: Family, _ horizon: Int, _ lean: [Int], _ random: inout SeededRandom
    ) -> Standing {
        switch random.below(20 + lean[0]) {
        case 0..<14: .measured
        case 14..<(14 + lean[2] / 2) where family.endsBefore(horizon): .ended
        case 14..<22: .missing
        default: .measured
        }
    }

    private static func clinical(_ lean: [Int], _ random: inout SeededRandom) -> Int {
        switch random.below(20 + lean[4]) {
        case 0..<6: 0
        case 6..<12: 1
        case 12..<17: 2
        case 17: 3
        case 18: lean[5] < 3 ? 4 : 2
        default: 1
        }
    }

    private static func side(_ lean: [Int], _ random: inout SeededRandom) -> SideChange {
        SideChange.allCases[min(random.below(6 + lean[5]), 4)]
    }
}

// MARK: - As of a month

extension Invented.Family {
    func isOpen(_ month: Int) -> Bool { end.map { $0 > month } ?? true }

    /// Whether the case ends before so many months are over.
    func endsBefore(_ months: Int) -> Bool { end.map { $0 <= start + months } ?? false }

    func isDue(_ horizon: Int, _ month: Int) -> Bool {
        month > start + Invented.horizons[horizon]
    }

    /// Where a series of a measure stands at a horizon.
    func standing(_ measure: Int, _ horizon: Int, _ month: Int) -> Standing {
        if !isDue(horizon, month) { return .notYetDue }
        return hasBaseline[measure] ? standings[measure * 3 + horizon] : .noBaseline
    }

    func status(_ outcome: Int, _ month: Int) -> OutcomeStatus {
        isDue(outcome % 3, month) ? statuses[outcome] : .notYetDue
    }

    /// Months in which a line of the schedule has a point: at the start, every third month while
    /// the case is open, at the end.
    func points(_ line: Int, _ month: Int) -> [Int] {
        let last = min(month, end ?? month)
        return switch line {
        case 0: [start]
        case 1: Array(stride(from: start + 3, through: max(last, start + 2), by: 3))
        default: end.map { $0 <= month ? [$0] : [] } ?? []
        }
    }

    func isDone(_ line: Int, _ point: Int) -> Bool { isDone[min(15, point - start + line)] }
}
