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
    /// due and who is not on track, what disclosure control hid, what each file held, and the
    /// family sheets.
    ///
    /// Each is made by itself, by whoever is free.
    func privateTasks(
        _ material: RunMaterial, _ edition: Edition, into target: OutputFiles
    ) -> [OutputTask] {
        let lists = PrivateLists(material, definitions.programmes, language)
        let rows = material.received.files.reduce(0) { $0 + $1.rejections.count }
        let hidden = edition.context.disclosed
        func task(_ size: Int, _ name: String, _ make: @escaping @Sendable () -> [UInt8])
            -> OutputTask
        {
            OutputTask(size: size, target: target) { $0.write(name, make()) }
        }
        return [
            task(10 * material.conclusions.families.dueNext.count, "due-next.csv") {
                lists.dueNext()
            },
            task(10 * material.conclusions.families.notOnTrack.count, "not-on-track.csv") {
                lists.notOnTrack()
            },
            task(10 * rows, "rejected.csv") { rejectedFile(material) },
            task(100_000, "hidden.csv") { hiddenListText(hidden) },
            task(0, "findings.csv") { findingsFile(material.findings, language) },
            task(0, "sources.csv") { sourceList(material.received) },
            OutputTask(size: 1_000_000, target: target) {
                writeFamilySheets(material, edition, to: $0)
            },
        ]
    }

    private func rejectedFile(_ material: RunMaterial) -> [UInt8] {
        var rejected: [UInt8] = []
        writeRejected(
            material.received.files, pseudonyms: material.pseudonyms, language: language
        ) { rejected += $0 }
        return rejected
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
