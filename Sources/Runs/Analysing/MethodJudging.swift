import Basics
import Model
import Outcomes
import Statistics

/// How many series changed reliably by a published method, group by group.
///
/// The method's population is every measured pair of the scale, informant and horizon in the
/// input, whatever groups are asked for, so that nobody's change hangs on a filter. Reliability is
/// the instrument's; so is the spread where Jacobson and Truax (1991) is asked for and declared.
struct MethodJudging {
    static let header = [
        "method", "method_improved", "method_no_change", "method_deteriorated",
        "method_not_judged",
    ]

    private struct Counts {
        var classes: [ReliableChange: Int] = [:]
        var notJudged = 0
    }

    private struct Pair {
        var series: Int
        var scores: ScorePair
        var isSubtracted: Bool
    }

    private let method: ReliableChangeMethod
    private let input: OutcomeInput
    private let question: Question
    private let conclusions: Conclusions
    private var counts: [[String]: Counts] = [:]
    /// What the population of each measure was.
    private(set) var notes: [String] = []

    init(_ method: ReliableChangeMethod, _ input: OutcomeInput, _ question: Question) {
        self.method = method
        self.input = input
        self.question = question
        conclusions = conclude(input)
        for (index, measure) in conclusions.measures.enumerated()
        where question.asksFor(measure) {
            for horizon in Horizon.allCases where question.asksFor(horizon) {
                judge(measure, index, horizon)
            }
        }
    }

    /// The method's cells for a row that begins with group, scale, informant and horizon.
    func cells(for row: [String]) -> [String] {
        let counts = counts[Array(row.prefix(6))] ?? Counts()
        let judged = [ReliableChange.improved, .unchanged, .deteriorated].map {
            counts.classes[$0] ?? 0
        }
        return [method.rawValue] + (judged + [counts.notJudged]).map(String.init)
    }

    private mutating func judge(_ measure: Measure, _ index: Int, _ horizon: Horizon) {
        let pairs = pairs(of: index, measure, horizon)
        guard let basis = basis(pairs.filter(\.isSubtracted).map(\.scores), measure, horizon) else {
            for pair in pairs { count(pair, nil, measure, horizon) }
            return
        }
        for pair in pairs {
            let change = pair.isSubtracted ? method.judge(pair.scores, on: basis) : nil
            count(pair, change, measure, horizon)
        }
    }

    private mutating func count(
        _ pair: Pair, _ change: ReliableChange?, _ measure: Measure, _ horizon: Horizon
    ) {
        let owner = Int(conclusions.families.series.cases[pair.series])
        guard question.letsIn(owner, input.cases) else { return }
        let key =
            question.keys(owner, input.cases)
            + [measure.scaleName, measure.informant, horizon.name]
        if let change {
            counts[key, default: Counts()].classes[change, default: 0] += 1
        } else {
            counts[key, default: Counts()].notJudged += 1
        }
    }

    /// Every measured pair of a measure at a horizon.
    private func pairs(of measure: Int, _ named: Measure, _ horizon: Horizon) -> [Pair] {
        let series = conclusions.families.series
        let table = input.scored[named.instrument]
        let scale = input.instruments[named.instrument].scales[named.scale]
        return (0..<series.count).compactMap { index in
            let at = index * 3 + Int(horizon.rawValue)
            guard Int(series.measures[index]) == measure, series.standings[at] == .measured else {
                return nil
            }
            let (first, last) = (Int(series.baselines[index]), Int(series.followUps[at]))
            guard let before = table.score(row: first, scale: named.scale),
                let after = table.score(row: last, scale: named.scale)
            else { return nil }
            return Pair(
                series: index, scores: ScorePair(baseline: before.value, followUp: after.value),
                isSubtracted: scale.comparesAcrossForms || table.forms[first] == table.forms[last])
        }
    }

    private mutating func basis(
        _ pairs: [ScorePair], _ measure: Measure, _ horizon: Horizon
    ) -> ReliableChangeBasis? {
        let instrument = input.instruments[measure.instrument]
        let scale = instrument.scales[measure.scale]
        let informant = instrument.informants.firstIndex(of: measure.informant)
        guard let declared = scale.reliability(informant: informant) else { return nil }
        guard
            var basis = ReliableChangeBasis(
                pairs, better: measure.better == .higher ? .high : .low,
                reliability: declared.reliability)
        else { return nil }
        if method == .jacobsonTruax, let sd = declared.sd { basis.baseline.standardDeviation = sd }
        notes.append(
            "\(measure.scaleName) (\(measure.informant), \(horizon.name)): \(method.rawValue), "
                + "reliability \(declared.reliability), population of \(pairs.count) pairs")
        return basis
    }
}

extension Scale {
    /// Whether a reliability is declared for any informant.
    var hasReliability: Bool {
        norms.contains { $0.sourced.value.retest != nil }
            || change.contains {
                if case .jacobsonTruax = $0.sourced.value { true } else { false }
            }
    }

    /// The reliability by which an informant's change is judged, and the spread that belongs to it.
    func reliability(informant: Int?) -> (reliability: Double, sd: Double?)? {
        for rule in change where rule.key.informant == nil || rule.key.informant == informant {
            if case .jacobsonTruax(let sd, let reliability, _) = rule.sourced.value {
                return (reliability.value, sd.value)
            }
        }
        for norm in norms where norm.key.informant == nil || norm.key.informant == informant {
            if let retest = norm.sourced.value.retest { return (retest.value, nil) }
        }
        return nil
    }
}
