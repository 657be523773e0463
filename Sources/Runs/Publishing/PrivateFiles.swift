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

    /// Writes what only those who know the families may see and what waits for no disclosure
    /// control: rejected rows, findings, lists of who is due and who is not on track, and what
    /// each file held.
    func writeLists(_ material: RunMaterial, to files: OutputFiles) {
        let lists = PrivateLists(material, definitions.programmes, language)
        files.write("not-on-track.csv") { lists.writeNotOnTrack(to: &$0) }
        files.write("due-next.csv") { lists.writeDueNext(to: &$0) }
        files.write("rejected.csv") { file in
            writeRejected(
                material.received.files, pseudonyms: material.pseudonyms, language: language
            ) { file.write($0) }
        }
        files.write("findings.csv", findingsFile(material.findings, language))
        files.write("sources.csv", sourceList(material.received))
    }

    /// What else only they may see: what disclosure control hid, and the family sheets.
    ///
    /// Each is made by itself, by whoever is free.
    func privateTasks(
        _ material: RunMaterial, _ edition: Edition, into target: OutputFiles
    ) -> [OutputTask] {
        [
            OutputTask(size: 100_000, target: target) { files in
                files.write("hidden.csv") { file in
                    writeHiddenList(edition.context.disclosed) { file.write($0) }
                }
            },
            OutputTask(size: 1_000_000, target: target) {
                writeFamilySheets(material, edition, to: $0)
            },
        ]
    }

    /// Whether the families are few enough for a sheet each.
    func writesSheets(_ cases: Cases) -> Bool { openCases(cases).count <= Run.mostSheets }

    private func openCases(_ cases: Cases) -> [Int] {
        (0..<cases.count).filter { caseIndex in
            cases.start(caseIndex) <= request.asOf
                && (cases.end(caseIndex).map { $0 > request.asOf } ?? true)
        }
    }

    private func writeFamilySheets(
        _ material: RunMaterial, _ edition: Edition, to files: OutputFiles
    ) {
        let cases = material.received.cases
        guard writesSheets(cases) else { return }
        let records = FamilyRecords(
            cases: cases, goals: material.received.goals, conclusions: material.conclusions,
            scored: material.received.scored, caseNames: caseNames(material),
            persons: material.received.persons)
        for caseIndex in openCases(cases) {
            let pages = composeFamily(
                edition.context, layout: definitions.report, records: records,
                caseIndex: caseIndex)
            for page in pages {
                files.write(page.path + ".html", HTMLRenderer().write(page.report))
            }
        }
    }

    private func caseNames(_ material: RunMaterial) -> [String] {
        material.received.cases.identifiers.map(material.pseudonyms.ofCase)
    }
}
