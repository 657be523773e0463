import Basics
import Model

/// Names in the data that no definition has: what stands under them is read and feeds nothing.
extension Received {
    /// Says which indicators nothing asks for, and which phases no programme has.
    func reportUnknownNames(_ definitions: Definitions, _ findings: inout Findings) {
        for finding in unusedIndicators(definitions) + unknownPhases(definitions.programmes) {
            findings.report(finding)
        }
    }

    private func unusedIndicators(_ definitions: Definitions) -> [Finding] {
        let asked = definitions.indicators
        let names = indicators.indicatorNames
        let unused = names.indices.filter { !asked.contains(names[$0]) }
        if unused.isEmpty { return [] }
        let met = FirstMet(indicators.indicators, of: names.count)
        return unused.filter { met.counts[$0] > 0 }.map { index in
            let row = met.first[index]
            let isSlip = NearMiss.of(names[index], among: asked) != nil
            return Finding(
                .indicatorUnused, isSlip ? .warning : .note,
                at: Place(
                    fileNames.indicators[Int(indicators.files[row])],
                    line: Int(indicators.lines[row])),
                "no programme or budget asks for indicator \(shown(names[index], among: asked)), "
                    + "which \(rows(met.counts[index])) \(met.counts[index] == 1 ? "has" : "have")")
        }
    }

    private func unknownPhases(_ programmes: [Programme]) -> [Finding] {
        cases.programmeNames.enumerated().flatMap { index, name -> [Finding] in
            guard let programme = programmes.first(where: { $0.name == name }),
                !programme.phases.isEmpty
            else { return [] }
            let known = programme.phases.map(\.name)
            let phases = cases.phases.indices.map { row in
                Int(cases.programmes[row]) == index ? cases.phases[row] : -1
            }
            let met = FirstMet(phases, of: cases.phaseNames.count)
            return cases.phaseNames.indices.filter {
                met.counts[$0] > 0 && !known.contains(cases.phaseNames[$0])
            }.map { phase in
                Finding(
                    .phaseUnknown, .warning,
                    at: Place(fileNames.cases[Int(cases.files[met.first[phase]])]),
                    "\(name) has no phase \(shown(cases.phaseNames[phase], among: known)), which "
                        + "\(rows(met.counts[phase])) "
                        + "\(met.counts[phase] == 1 ? "names" : "name")")
            }
        }
    }

    private func rows(_ count: Int) -> String { "\(count) \(count == 1 ? "row" : "rows")" }

    /// A name with the one that was probably meant; the shape of any other, which may be anything.
    private func shown(_ name: String, among known: some Sequence<String>) -> String {
        guard let meant = NearMiss.of(name, among: known) else { return "'\(Shape.of(name))'" }
        return "'\(name)' (perhaps '\(meant)')"
    }
}

/// How often each of some names is met, and first in which row.
private struct FirstMet {
    private(set) var counts: [Int]
    private(set) var first: [Int]

    /// Counts indices of names; -1 is none.
    init(_ indices: [Int32], of names: Int) {
        counts = Array(repeating: 0, count: names)
        first = counts
        for (row, index) in indices.enumerated() where index >= 0 {
            if counts[Int(index)] == 0 { first[Int(index)] = row }
            counts[Int(index)] += 1
        }
    }
}

extension Definitions {
    /// The indicators that a programme or a budget asks for.
    fileprivate var indicators: Set<String> {
        var names: Set<String> = []
        for programme in programmes {
            for case .indicator(let evidence) in programme.outcomes.flatMap(\.evidence) {
                names.insert(evidence.indicator)
            }
            for case .indicator(let evidence) in programme.exitCriteria.map(\.test) {
                names.insert(evidence.indicator)
            }
            names.formUnion(
                (programme.coreElements + programme.relationalCapacity).map(\.indicator))
        }
        for case .indicator(let name, _)? in budgets.map(\.successMeasure.measuredBy) {
            names.insert(name)
        }
        return names
    }
}
