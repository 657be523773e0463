import Basics
import Model

@testable import Disclosure

extension Invented {
    static func name(_ prefix: String, _ index: Int) -> String { "\(prefix)\(100 + index)" }

    /// What the families add up to, with the definitions that they are read by.
    func disclosable() -> Disclosable {
        Disclosable(conclusions(), programmes: programmes())
    }

    /// The conclusions that these families add up to.
    func conclusions() -> Conclusions {
        var conclusions = Conclusions(asOf: CalendarDate(days: 20_000 + Int32(month) * 30))
        conclusions.groups = groups()
        conclusions.measures = [("scale-0", "parent"), ("scale-0", "teacher"), ("scale-1", "self")]
            .enumerated().map { index, names in
                Measure(
                    instrument: 0, scale: index, scaleName: "test." + names.0, informant: names.1,
                    better: .lower, judgement: .reliable)
            }
        for group in conclusions.groups.indices {
            let members = families.filter { contains(conclusions.groups[group], $0) }
            conclusions.groups[group].cases = members.count
            conclusions.groups[group].people = members.reduce(0) { $0 + $1.people }
            conclusions.groups[group].open = members.count { $0.isOpen(month) }
            addChanges(members, group, &conclusions)
            addRatings(members, group, &conclusions)
            addGoals(members, group, &conclusions)
            addMonths(members, group, &conclusions)
            if conclusions.groups[group].level == .all { continue }
            addTheory(members, group, &conclusions)
            addActivity(members, group, &conclusions)
        }
        addFunnels(&conclusions)
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
}

// MARK: - Change

extension Invented {
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
        var change = GroupChange(group: group, measure: measure, horizon: horizon)
        var classes = ClassCounts()
        var clinical = ClinicalCounts()
        for family in members {
            let standing = family.standing(measure, Int(horizon.rawValue), month)
            let kind = family.clinical[measure * 3 + Int(horizon.rawValue)]
            if standing == .measured { change.families += 1 }
            for _ in 0..<family.series[measure] {
                change.standings.count(standing)
                if standing == .measured { Invented.add(kind, &classes, &clinical) }
            }
        }
        change.people = change.standings.measured
        change.pairs = change.standings.measured
        if measure < 2 {
            change.classes = classes
            // The program has none where nobody could be judged.
            if clinical.total > 0 { change.clinical = clinical }
        } else if clinical.total > 0 {
            change.zones = Invented.zones(clinical)
        }
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

    private static func zones(_ clinical: ClinicalCounts) -> ZoneCounts {
        var zones = ZoneCounts()
        zones.better = clinical.recovered + clinical.improved
        zones.same = clinical.unchanged
        zones.worse = clinical.deteriorated + clinical.harmed
        return zones
    }

    private func fillMeans(_ change: inout GroupChange, _ classes: ClassCounts) {
        guard change.standings.measured > 0 else { return }
        let measured = Double(change.standings.measured)
        let improved = Double(classes.improved)
        change.meanBaseline = 20.03
        change.meanFollowUp = 20.03 - improved / measured
        change.meanImprovement = Estimate(improved / measured, low: 0, high: 1)
        let lost = change.standings.missing + change.standings.ended
        if lost > 0 {
            change.attrition = Attrition(
                measured: change.pairs, missing: lost, meanMeasured: 20.03, meanMissing: 19,
                standardisedDifference: 0.123456789)
        }
        guard change.classes != nil else { return }
        change.shareImproved = Estimate(improved / measured, low: 0.1, high: 0.9)
        change.bounds = Bounds(
            low: improved / (measured + Double(lost)),
            high: (improved + Double(lost)) / (measured + Double(lost)))
    }

    private func addFunnels(_ conclusions: inout Conclusions) {
        for (group, programme) in conclusions.groups.enumerated()
        where programme.level == .programme {
            for measure in 0..<2 {
                for horizon in Horizon.allCases {
                    let units = conclusions.changes.filter { change in
                        let unit = conclusions.groups[change.group]
                        return unit.level == .municipality && unit.programme == programme.programme
                            && change.measure == measure && change.horizon == horizon
                            && (change.classes?.total ?? 0) > 0
                    }
                    guard units.count > 1 else { continue }
                    conclusions.funnels.append(Invented.funnel(group, units))
                }
            }
        }
    }

    private static func funnel(_ group: Int, _ changes: [GroupChange]) -> FunnelFigure {
        let improved = changes.reduce(0) { $0 + ($1.classes?.improved ?? 0) }
        let judged = changes.reduce(0) { $0 + ($1.classes?.total ?? 0) }
        return FunnelFigure(
            group: group, measure: changes[0].measure, horizon: changes[0].horizon,
            expected: Double(improved) / Double(judged), overdispersion: 1, hasVerdict: false,
            units: changes.map { change in
                let size = change.classes?.total ?? 0
                return FunnelFigure.Unit(
                    group: change.group, improved: change.classes?.improved ?? 0, measured: size,
                    share: Double(change.classes?.improved ?? 0) / Double(size),
                    limits95: Bounds(low: 0.1, high: 0.9), limits998: Bounds(low: 0, high: 1))
            })
    }

    private func addRatings(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        let both = members.filter { $0.hasBaseline[0] && $0.hasBaseline[1] }
        let rated = both.reduce(0) { $0 + min($1.series[0], $1.series[1]) }
        if rated > 0 {
            conclusions.raters.append(
                RaterAgreement(
                    group: group, first: 0, second: 1, count: rated, meanDifference: 0.123,
                    agreement: 0.654321))
        }
        let valued = members.filter {
            $0.addedValue != nil && $0.series[0] > 0 && month >= $0.start + 3
        }
        if !valued.isEmpty {
            let count = valued.reduce(0) { $0 + $1.series[0] }
            let sum = valued.reduce(0.0) { $0 + Double($1.addedValue ?? 0) * Double($1.series[0]) }
            conclusions.addedValues.append(
                AddedValueFigure(
                    group: group, count: count, families: valued.count, people: count,
                    mean: Estimate(sum / Double(count), low: 0, high: 1),
                    effectSize: sum / Double(count) / 5))
        }
    }
}

extension StandingCounts {
    fileprivate mutating func count(_ standing: Standing) {
        switch standing {
        case .measured: measured += 1
        case .missing: missing += 1
        case .noBaseline: noBaseline += 1
        case .ended: ended += 1
        case .notYetDue: notYetDue += 1
        }
    }
}

// MARK: - Change theory

extension Invented {
    private func addTheory(_ members: [Family], _ group: Int, _ conclusions: inout Conclusions) {
        let programme = conclusions.groups[group].programme ?? ""
        for outcome in 0..<Invented.outcomes {
            var figure = OutcomeFigure(
                group: group, programme: programme, outcome: outcome, name: "outcome-\(outcome)",
                horizon: Horizon.allCases[outcome % 3], whom: .family, hasEvidence: true)
            for family in members { figure.counts.count(family.status(outcome, month)) }
            if figure.counts.measured > 0 {
                figure.share = Estimate(
                    Double(figure.counts.achieved) / Double(figure.counts.measured))
            }
            conclusions.outcomes.append(figure)
        }
        for horizon in Horizon.allCases {
            var figure = SidesFigure(group: group, programme: programme, horizon: horizon)
            for family in members {
                if family.isDue(Int(horizon.rawValue), month) {
                    let sides = family.sides[Int(horizon.rawValue)]
                    figure[sides.parents, sides.children] += 1
                } else {
                    figure.notYetDue += 1
                }
            }
            conclusions.sides.append(figure)
        }
    }
}
