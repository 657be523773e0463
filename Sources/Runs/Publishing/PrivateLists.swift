import Basics
import Intake
import Model
import Tables

/// Private lists for those who work with the families: pseudonyms instead of identifiers.
struct PrivateLists {
    private let cases: Cases
    private let persons: Persons
    private let families: Families
    private let pseudonyms: Pseudonyms
    private let programmes: [Programme]
    private let language: Language

    init(_ material: RunMaterial, _ programmes: [Programme], _ language: Language) {
        cases = material.received.cases
        persons = material.received.persons
        families = material.conclusions.families
        pseudonyms = material.pseudonyms
        self.programmes = programmes
        self.language = language
    }

    /// `due-next.csv`: who is to be measured next month, by team.
    func dueNext() -> [UInt8] {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write([
            "municipality", "team", "case", "person", "instrument", "due", "opens", "closes",
        ])
        let lines = families.dueNext.map { due in
            place(due.caseIndex) + [
                caseName(due.caseIndex), personName(due.person), due.instrument, due.due.iso,
                due.opens.iso, due.closes.iso,
            ]
        }
        for line in sorted(lines) { writer.write(line) }
        return writer.bytes
    }

    /// `not-on-track.csv`: families to look at now, and by which rule.
    func notOnTrack() -> [UInt8] {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write(["municipality", "team", "case", "person", "rule", "date"])
        let lines = families.notOnTrack.map { alert in
            place(alert.caseIndex) + [
                caseName(alert.caseIndex), personName(alert.person), alert.reason.rawValue,
                alert.date.iso,
            ]
        }
        for line in sorted(lines) { writer.write(line) }
        return writer.bytes
    }

    private func place(_ caseIndex: Int32) -> [String] {
        let index = Int(caseIndex)
        return [
            cases.municipalityNames[Int(cases.municipalities[index])],
            cases.teamNames[Int(cases.teams[index])],
        ]
    }

    private func caseName(_ caseIndex: Int32) -> String {
        pseudonyms.ofCase(cases.identifiers[Int(caseIndex)])
    }

    private func personName(_ person: Int32) -> String {
        guard person >= 0 else { return "" }
        let owner = cases.identifiers[Int(persons.cases[Int(person)])]
        return pseudonyms.ofPerson(persons.identifiers[Int(person)], case: owner)
    }

    private func sorted(_ lines: [[String]]) -> [[String]] {
        lines.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
