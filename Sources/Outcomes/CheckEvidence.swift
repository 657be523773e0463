import Basics
import Model

/// Finds evidence, sides and schedule lines that name what the instruments do not have.
///
/// Such an outcome would stand as not measured for every family. Of `unused` are instruments that
/// are defined and that the run does not use: to leave one out may be meant, and is a note.
/// `path` gives the file of a programme, for the place of its findings.
public func checkEvidence(
    of programmes: [Programme], against instruments: [Instrument], unused: [Instrument] = [],
    path: (Programme) -> String
) -> [Finding] {
    programmes.flatMap { programme in
        let checker = EvidenceChecker(
            programme: programme, instruments: instruments, unused: unused,
            place: Place(path(programme)))
        return checker.findings
    }
}

private struct EvidenceChecker {
    let programme: Programme
    let instruments: [Instrument]
    let unused: [Instrument]
    let place: Place

    var findings: [Finding] {
        let outcomes = programme.outcomes.flatMap { outcome in
            outcome.evidence.flatMap { piece -> [Finding] in
                guard case .scale(let evidence) = piece else { return [] }
                return evidence.scales.compactMap {
                    finding($0, evidence, "outcome '\(outcome.name)'")
                }
            }
        }
        let lines = programme.schedule.compactMap { line -> Finding? in
            guard let name = line.instrument, !names.contains(name) else { return nil }
            let who = "schedule line '\(line.name)'"
            if unused.contains(where: { $0.name == name }) { return leftOut(name, who) }
            return finding(
                "\(who) names no instrument '\(name)'" + NearMiss.hint(name, among: names))
        }
        return outcomes + lines + [shortWheel].compactMap(\.self)
    }

    /// More axes than the wheel of the instruments has items.
    private var shortWheel: Finding? {
        let items = instruments.first { $0.name == "wheel" }?.items.count
        guard let items, programme.wheelAxes.count > items else { return nil }
        return Finding(
            .evidenceNotMeasurable, .warning, at: place,
            "the wheel has \(programme.wheelAxes.count) axes here and \(items) in instrument "
                + "'wheel': the last are not read",
            remedy: "Say 'open-ended: yes' of 'w1..w\(items)' in the instrument.")
    }

    private var names: [String] { instruments.map(\.name) }

    private func finding(_ summary: String) -> Finding {
        Finding(.evidenceNotMeasurable, .warning, at: place, summary)
    }

    private func leftOut(_ instrument: String, _ who: String) -> Finding {
        Finding(
            .evidenceNotMeasurable, .note, at: place,
            "\(who) needs '\(instrument)', which the pipeline does not use")
    }

    private func finding(
        _ declared: String, _ evidence: ScaleEvidence, _ who: String
    ) -> Finding? {
        let owner = unused.first { $0.scales.contains { $0.name == declared } }
        if let owner { return leftOut(owner.name, who) }
        return problem(declared, evidence).map { finding("\(who) \($0)") }
    }

    private func problem(_ declared: String, _ evidence: ScaleEvidence) -> String? {
        let axes = programme.wheelAxes.map { "wheel.\($0.name)" }
        let name = axes.firstIndex(of: declared).map { "wheel.w\($0 + 1)" } ?? declared
        let all = instruments.flatMap { instrument in instrument.scales.map { (instrument, $0) } }
        guard
            let (instrument, scale) = all.first(where: {
                $0.1.name == name || $0.1.name == declared
            })
        else {
            return "names no scale '\(declared)'"
                + NearMiss.hint(declared, among: all.map(\.1.name) + axes.filter { $0 != declared })
        }
        if let informant = evidence.informants.first(where: {
            !instrument.informants.contains($0)
        }) {
            return "names no informant '\(informant)' of '\(scale.name)'"
                + NearMiss.hint(informant, among: instrument.informants)
        }
        return problem(evidence.rule, scale)
    }

    private func problem(_ rule: ScaleRule, _ scale: Scale) -> String? {
        switch rule {
        case .reliableImprovement:
            return scale.change.isEmpty ? "needs a change rule of '\(scale.name)'" : nil
        case .betterThanCutOff:
            return scale.cutOffs.isEmpty ? "needs a cut-off of '\(scale.name)'" : nil
        case .inBand(let set, let bands):
            guard let found = scale.bandSets.first(where: { set == nil || $0.name == set }) else {
                return "names no band set '\(set ?? "default")' of '\(scale.name)'"
            }
            let missing = bands.first { name in !found.bands.contains { $0.name == name } }
            return missing.map { "names no band '\($0)' of '\(scale.name)'" }
        case .atLeastSteps, .notWorse: return nil
        }
    }
}
