import Basics
import Model

@testable import Disclosure

/// Invented families, and the group figures that add them up.
struct Invented {
    /// One family: where it is, and what became of it at each horizon.
    struct Family {
        var programme: Int
        var municipality: Int
        var team: Int
        var isOpen: Bool
        /// By measure: how many children or parents there is a series of.
        var series: [Int]
        /// By measure, three each.
        var standings: [Standing]
        /// By measure, three each: 0 recovered, 1 improved, 2 unchanged, 3 deteriorated, 4 harmed.
        var clinical: [Int]
        /// By outcome.
        var statuses: [OutcomeStatus]
    }

    static let measures = 2
    static let outcomes = 3
    var families: [Family] = []

    /// What a random set of families looks like.
    struct Plan {
        var programmes = 1
        var municipalities = 1
        var teams = 3
        var families = 60
        /// Nearly all families are in the first programme.
        var isLopsided = false
    }

    init(families: [Family]) {
        self.families = families
    }

    init(_ plan: Plan, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        // Some shares are extreme in some municipalities: cells of 0 and lone small cells.
        let lean = (0..<8).map { _ in random.below(10) }
        for _ in 0..<plan.families { families.append(Invented.family(plan, lean, &random)) }
    }

    /// The families a month later: a few new ones, and a few for whom something has changed.
    func later(_ plan: Plan, seed: UInt64) -> Invented {
        var random = SeededRandom(seed: seed)
        let lean = (0..<8).map { _ in random.below(10) }
        var later = self
        for _ in 0..<random.below(8) {
            let changed = random.below(later.families.count)
            let old = later.families[changed]
            later.families[changed] = Invented.family(plan, lean, &random)
            later.families[changed].programme = old.programme
            later.families[changed].municipality = old.municipality
            later.families[changed].team = old.team
        }
        for _ in 0..<random.below(9) {
            later.families.append(Invented.family(plan, lean, &random))
        }
        return later
    }

    static func family(
        _ plan: Plan, _ lean: [Int], _ random: inout SeededRandom
    ) -> Family {
        var family = Family(
            programme: programme(plan, &random),
            municipality: random.below(plan.municipalities),
            team: skewed(plan.teams, &random), isOpen: random.below(3) > 0, series: [],
            standings: [], clinical: [], statuses: [])
        for _ in 0..<measures {
            family.series.append([0, 0, 1, 1, 1, 1, 1, 2, 2, 3][random.below(10)])
            for horizon in 0..<3 {
                family.standings.append(standing(horizon, lean, &random))
                family.clinical.append(clinical(lean, &random))
            }
        }
        for _ in 0..<outcomes {
            let status = random.below(10 + lean[3])
            family.statuses.append(OutcomeStatus.allCases[min(status, 6) % 7])
        }
        return family
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
        _ horizon: Int, _ lean: [Int], _ random: inout SeededRandom
    ) -> Standing {
        switch random.below(30 + lean[0] + 4 * horizon) {
        case 0..<15: .measured
        case 15..<20: .missing
        case 20..<(20 + lean[1] / 3): .noBaseline
        case 23..<(23 + lean[2] / 3): .ended
        default: .notYetDue
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
}

// MARK: - Conclusions

extension Invented {
    private static func name(_ prefix: String, _ index: Int) -> String { "\(prefix)\(100 + index)" }

    /// The conclusions that these families add up to.
    func conclusions() -> Conclusions {
        var conclusions = Conclusions(asOf: CalendarDate(days: 20_000))
        conclusions.groups = groups()
        conclusions.measures = (0..<Invented.measures).map {
            Measure(
                instrument: 0, scale: $0, scaleName: "test.scale-\($0)", informant: "parent",
                better: .lower, judgement: .reliable)
        }
        for group in conclusions.groups.indices {
            let members = families.filter { contains(conclusions.groups[group], $0) }
            conclusions.groups[group].cases = members.count
            conclusions.groups[group].people = members.count
            conclusions.groups[group].open = members.count(where: \.isOpen)
            addChanges(members, group, &conclusions)
            if conclusions.groups[group].level != .all { addOutcomes(members, group, &conclusions) }
        }
        return conclusions
    }

    private func groups() -> [Group] {
        var names = Set<[String]>()
        for family in families {
            let path = [
                Invented.name("p", family.programme), Invented.name("m", family.municipality),
                Invented.name("t", family.team),
            ]
            for length in 0...3 { names.insert(Array(path.prefix(length))) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { path in
            Group(
                programme: path.first, municipality: path.count > 1 ? path[1] : nil,
                team: path.count > 2 ? path[2] : nil)
        }
    }

    private func contains(_ group: Group, _ family: Family) -> Bool {
        (group.programme ?? Invented.name("p", family.programme))
            == Invented.name("p", family.programme)
            && (group.municipality ?? Invented.name("m", family.municipality))
                == Invented.name("m", family.municipality)
            && (group.team ?? Invented.name("t", family.team)) == Invented.name("t", family.team)
    }

    private func addChanges(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        for measure in 0..<Invented.measures {
            let mine = members.filter { $0.series[measure] > 0 }
            if mine.isEmpty { continue }
            for horizon in Horizon.allCases {
                conclusions.changes.append(change(mine, group, measure, horizon))
            }
        }
    }

    private func change(
        _ members: [Family], _ group: Int, _ measure: Int, _ horizon: Horizon
    ) -> GroupChange {
        let at = measure * 3 + Int(horizon.rawValue)
        var change = GroupChange(group: group, measure: measure, horizon: horizon)
        var classes = ClassCounts()
        var clinical = ClinicalCounts()
        for family in members {
            if family.standings[at] == .measured { change.families += 1 }
            for _ in 0..<family.series[measure] { count(family, at) }
        }
        func count(_ family: Family, _ at: Int) {
            switch family.standings[at] {
            case .measured: change.standings.measured += 1
            case .missing: change.standings.missing += 1
            case .noBaseline: change.standings.noBaseline += 1
            case .ended: change.standings.ended += 1
            case .notYetDue: change.standings.notYetDue += 1
            }
            guard family.standings[at] == .measured else { return }
            Invented.add(family.clinical[at], &classes, &clinical)
        }
        change.people = change.standings.measured
        change.pairs = change.standings.measured
        change.classes = classes
        change.clinical = clinical
        fillMeans(&change, classes)
        return change
    }

    private static func add(
        _ kind: Int, _ classes: inout ClassCounts, _ clinical: inout ClinicalCounts
    ) {
        switch kind {
        case 0:
            clinical.recovered += 1
            classes.improved += 1
        case 1:
            clinical.improved += 1
            classes.improved += 1
        case 2:
            clinical.unchanged += 1
            classes.noChange += 1
        case 3:
            clinical.deteriorated += 1
            classes.deteriorated += 1
        default:
            clinical.harmed += 1
            classes.deteriorated += 1
        }
    }

    private func fillMeans(_ change: inout GroupChange, _ classes: ClassCounts) {
        guard change.standings.measured > 0 else { return }
        let measured = Double(change.standings.measured)
        let improved = Double(classes.improved)
        change.meanBaseline = 20.03
        change.meanFollowUp = 20.03 - improved / measured
        change.meanImprovement = Estimate(improved / measured, low: 0, high: 1)
        change.shareImproved = Estimate(improved / measured, low: 0.1, high: 0.9)
        let unknown = Double(change.standings.missing + change.standings.ended)
        change.bounds = Bounds(
            low: improved / (measured + unknown), high: (improved + unknown) / (measured + unknown))
    }

    private func addOutcomes(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        for outcome in 0..<Invented.outcomes {
            var figure = OutcomeFigure(
                group: group, programme: conclusions.groups[group].programme ?? "",
                outcome: outcome, name: "outcome-\(outcome)",
                horizon: Horizon.allCases[outcome % 3], whom: .family, hasEvidence: true)
            for family in members { figure.counts.count(family.statuses[outcome]) }
            if figure.counts.measured > 0 {
                figure.share = Estimate(
                    Double(figure.counts.achieved) / Double(figure.counts.measured))
            }
            conclusions.outcomes.append(figure)
        }
    }
}
