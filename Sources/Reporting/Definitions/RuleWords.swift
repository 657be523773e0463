import Basics
import Model

/// A scoring rule in words.
struct RuleWords {
    private let instrument: Instrument
    private let words: DefinitionWords

    init(_ instrument: Instrument, _ words: DefinitionWords) {
        self.instrument = instrument
        self.words = words
    }

    private func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    /// Such as `sum of sdq3, sdq8, sdq13, sdq16, sdq24; 3 answered, then prorated and rounded`.
    func sentence(_ scale: Scale) -> String {
        let rule = scale.rule
        var parts = [combined(rule)]
        parts += rule.partsByInformant.sorted { $0.key < $1.key }.map { informant, parts in
            words.words.informant(instrument.informants[informant]) + ": " + names(parts)
        }
        if !rule.recode.isEmpty { parts.append(recoded(rule)) }
        if let marks = rule.marks {
            parts.append(
                say(
                    "hver bekymring \(marks.points) point oveni",
                    "\(marks.points) points more for each concern"))
        }
        if let gate = rule.gate {
            let name = instrument.items[gate.item].name
            parts.append(
                say(
                    "\(name) = \(gate.answer) giver \(gate.score)",
                    "\(name) = \(gate.answer) gives \(gate.score)"))
        }
        if let total = rule.orTotal {
            let name = instrument.items[total].name
            parts.append(say("eller \(name) alene", "or \(name) alone"))
        }
        if let total = rule.elseTotal {
            let name = instrument.items[total].name
            parts.append(
                say("uden et eneste svar \(name)", "\(name) where nothing is answered"))
        }
        parts.append(missing(rule))
        if let ages = scale.ages { parts.append(words.ages(ages)) }
        return parts.joined(separator: "; ")
    }

    private func combined(_ rule: ScoringRule) -> String {
        let sum = rule.combine == .sum ? say("sum af ", "sum of ") : say("middel af ", "mean of ")
        let times = rule.times == 1 ? "" : " × \(rule.times)"
        return sum + names(rule.parts) + times
    }

    private func names(_ parts: ScoringRule.Parts) -> String {
        switch parts {
        case .items(let items): list(items.map { instrument.items[$0].name })
        case .scales(let scales): list(scales.map { instrument.scales[$0].name })
        }
    }

    private func list(_ names: [String]) -> String {
        guard names.count > 8, let first = names.first, let last = names.last else {
            return names.joined(separator: ", ")
        }
        return "\(first) … \(last) (\(names.count))"
    }

    private func recoded(_ rule: ScoringRule) -> String {
        let values = rule.recode.map(String.init).joined(separator: "/")
        return say("svarene tæller \(values)", "answers count \(values)")
    }

    private func missing(_ rule: ScoringRule) -> String {
        switch rule.missing {
        case .allRequired:
            if case .scales = rule.parts {
                return say("alle skal have en score", "each must have a score")
            }
            return say("alle skal være besvaret", "all must be answered")
        case .prorateHalfUp(let least):
            return say(
                "mindst \(least) besvaret, derefter forholdsmæssigt og afrundet",
                "at least \(least) answered, then prorated and rounded half up")
        case .prorateExact(let least):
            return say(
                "mindst \(least) besvaret, derefter forholdsmæssigt",
                "at least \(least) answered, then prorated exactly")
        case .meanOfAnswered(let least):
            return say(
                "mindst \(least) besvaret; middel af de besvarede",
                "at least \(least) answered; mean of those answered")
        case .meanOfAnsweredShare(let share):
            let percent = words.number(share * 100)
            return say(
                "mindst \(percent) % af filens spørgsmål besvaret",
                "at least \(percent)% of the file's items answered")
        case .adjustForOmissions(let adjustment): return adjusted(adjustment)
        }
    }

    private func adjusted(_ adjustment: ScoringRule.Adjustment) -> String {
        let base = say(
            "fra \(adjustment.omitted) ubesvarede rettes summen op",
            "from \(adjustment.omitted) left blank the total is adjusted")
        guard let near = adjustment.nearCutOff else { return base }
        return base
            + say(
                ", når den ligger højst \(near) point fra grænsen",
                " when at most \(near) points from the cut-off")
    }
}
