import Basics
import Exporting
import Intake
import Model
import Rendering
import Reporting
import Tables

extension Run {
    /// Family sheets are written for so many open cases at most; for more there is `--profile
    /// internal` one municipality at a time.
    static let mostSheets = 1000

    /// What only those who know the families may see: rejected rows, findings, lists of who is
    /// due and who is not on track, what disclosure control hid, and the family sheets.
    func privateFiles(_ material: RunMaterial, _ edition: Edition) -> [OutputFile] {
        var rejected: [UInt8] = []
        writeRejected(
            material.received.files, pseudonyms: material.pseudonyms, language: language
        ) { rejected += $0 }
        let lists = PrivateLists(material, definitions.programmes, language)
        return [
            OutputFile("due-next.csv", lists.dueNext()),
            OutputFile("findings.csv", findingsFile(material.findings, language)),
            OutputFile("hidden.csv", hiddenListText(edition.context.disclosed)),
            OutputFile("not-on-track.csv", lists.notOnTrack()),
            OutputFile("rejected.csv", rejected),
        ] + familySheets(material, edition)
    }

    private func familySheets(_ material: RunMaterial, _ edition: Edition) -> [OutputFile] {
        let cases = material.received.cases
        let open = (0..<cases.count).filter { caseIndex in
            cases.start(caseIndex) <= request.asOf
                && (cases.end(caseIndex).map { $0 > request.asOf } ?? true)
        }
        guard open.count <= Run.mostSheets else { return [] }
        let records = FamilyRecords(
            cases: cases, goals: material.received.goals, conclusions: material.conclusions,
            scored: material.received.scored, caseNames: caseNames(material),
            persons: material.received.persons)
        return open.flatMap { caseIndex in
            composeFamily(
                edition.context, layout: definitions.report, records: records,
                caseIndex: caseIndex)
        }.map { OutputFile($0.path + ".html", HTMLRenderer().render($0.report)) }
    }

    private func caseNames(_ material: RunMaterial) -> [String] {
        material.received.cases.identifiers.map(material.pseudonyms.ofCase)
    }
}
