import Basics
import Model
import ReportModel

extension ReportContext {
    /// The marks of those scales that have a cut-off or a rule of change not yet confirmed.
    func provisionalMarks(ofScales names: [String]) -> Prose {
        Prose(marks: names.filter(isProvisional).map(FootnoteName.provisional))
    }

    /// The marks of the outcomes that such a cut-off or rule decides.
    func provisionalMarks(of outcomes: [Outcome]) -> Prose {
        provisionalMarks(ofScales: outcomes.flatMap(\.decidingScales))
    }

    /// The mark of outcomes some of whose targets are not yet confirmed.
    func provisionalMark(ofTargets outcomes: [Outcome]) -> Prose {
        let isProvisional = outcomes.contains { $0.target?.isProvisional == true }
        return Prose(marks: isProvisional ? [FootnoteName.provisionalTargets] : [])
    }
}

extension Outcome {
    /// The scales whose own rule, cut-off or bands decide whether it is reached.
    fileprivate var decidingScales: [String] {
        evidence.flatMap { piece -> [String] in
            guard case .scale(let scale) = piece else { return [] }
            return switch scale.rule {
            case .reliableImprovement, .inBand, .betterThanCutOff, .notWorse: scale.scales
            case .atLeastSteps: []
            }
        }
    }
}

extension Prose {
    /// The marks of these footnotes in order, each once and apart from the next.
    init(marks names: [String]) {
        var seen: Set<String> = []
        let marks = names.filter { seen.insert($0).inserted }.map { [Inline.footnote($0)] }
        self.init(Array(marks.joined(separator: [.text(Formatting.noBreakSpace)])))
    }
}
