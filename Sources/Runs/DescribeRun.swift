import Basics
import Crypto
import Disclosure
import Intake
import Model
import Reporting

extension Run {
    /// All that the pages may speak of.
    func reportContext(
        _ received: Received, _ disclosed: Disclosed, _ budgets: [DisclosedBudget],
        _ earlier: EarlierReport?
    ) -> ReportContext {
        ReportContext(
            language: language, period: period, pipeline: definitions.pipeline,
            instruments: definitions.instruments, programmes: definitions.programmes,
            disclosed: disclosed,
            earlier: earlier, budgets: budgets,
            method: MethodFacts(
                version: Program.version, inputDigest: digest(of: received.inputs),
                definitionsDigest: digest(of: definitions.digests),
                counts: isInternal ? received.counts : [:]),
            absentFiles: absentFiles(received), lastPublished: received.dates.last,
            leavesOutWithdrawn: received.withdrawals != nil,
            stories: isInternal ? received.stories.texts : [])
    }

    /// One digest of many files: of the lines `<sha256>  <path>`, in their order.
    private func digest(of files: [FileDigest]) -> String {
        let lines = files.map { "\($0.sha256)  \($0.path)\n" }.joined()
        return FileDigest(of: Array(lines.utf8), as: "").sha256
    }

    /// Files refused, and kinds of file of which there is none.
    private func absentFiles(_ received: Received) -> [AbsentFile] {
        let refused = received.files.filter(\.isRefused).map {
            AbsentFile(
                name: $0.file,
                reason: $0.findings.items.first { $0.severity == .error }?.code.title
                    ?? FindingCode.inputUnreadable.title)
        }
        let missing = definitions.intake.files.filter { kind in
            !received.files.contains { $0.kind == kind.name } && isWanted(kind.kind)
        }.map {
            AbsentFile(
                name: $0.patterns.first ?? $0.name,
                reason: LocalizedText(da: "filen findes ikke", en: "there is no such file"))
        }
        return refused + missing
    }

    private func isWanted(_ kind: IntakeFile.Kind) -> Bool {
        guard case .assessments(let name) = kind else { return kind != .stories }
        return definitions.instruments.contains { $0.name == name }
    }
}
