import Basics
import Model

extension ProgrammeReader {
    func scheduleLine(_ value: YAMLValue) -> ScheduleLine? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        let instrument = mapping.optional("instrument")?.text()
        let informants = list(mapping, "informants") { $0.text() }
        let rhythm = mapping.required("every").flatMap(self.rhythm)
        let reading = reading(mapping)
        mapping.finish()
        guard let named, let rhythm else { return nil }
        return ScheduleLine(
            name: named.name, title: named.title, instrument: instrument, informants: informants,
            rhythm: rhythm, reading: reading)
    }

    /// Reads `start`, `end`, `session`, `{weeks: 4}` or `{months: 3}`.
    private func rhythm(_ value: YAMLValue) -> ScheduleLine.Rhythm? {
        if case .mapping = value.node { return value.mapping().flatMap(rhythm) }
        switch value.text() {
        case "start": return .atStart
        case "end": return .atEnd
        case "session": return .eachSession
        default:
            value.report("takes start, end, session, {weeks: 4} or {months: 3}")
            return nil
        }
    }

    private func rhythm(_ mapping: YAMLMapping) -> ScheduleLine.Rhythm? {
        defer { mapping.finish() }
        if let weeks = mapping.optional("weeks") {
            return weeks.integer(in: 1...104).map { .weeks($0) }
        }
        return mapping.required("months")?.integer(in: 1...36).map { .months($0) }
    }

    func goalRules(_ value: YAMLValue) -> GoalRules {
        guard let mapping = value.mapping() else { return GoalRules() }
        let atMost = mapping.required("open-at-most")?.integer(in: 1...20)
        let weeks = mapping.optional("follow-up-weeks").flatMap(weekRange)
        mapping.finish()
        return GoalRules(openAtMost: atMost ?? 3, followUpWeeks: weeks)
    }

    func exitCriterion(_ value: YAMLValue) -> ExitCriterion? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        let test = mapping.required("met-when").flatMap(exitTest)
        let reading = reading(mapping, default: .ours)
        mapping.finish()
        guard let named, let test else { return nil }
        return ExitCriterion(name: named.name, title: named.title, test: test, reading: reading)
    }

    /// Reads `goals-reached`, `{functional-on: [sdq.total]}` or `{indicator: …, rule: …}`.
    private func exitTest(_ value: YAMLValue) -> ExitCriterion.Test? {
        if case .mapping = value.node {
            guard let mapping = value.mapping() else { return nil }
            if mapping.keys.contains("indicator") {
                return indicatorEvidence(mapping).map { .indicator($0) }
            }
            let scales = mapping.required("functional-on")?.list(of: { $0.text() })
            mapping.finish()
            return scales.map { .functionalOn(scales: $0) }
        }
        guard value.text() == "goals-reached" else {
            value.report("takes goals-reached, {functional-on: [scale]} or an indicator's rule")
            return nil
        }
        return .goalsReached
    }
}
