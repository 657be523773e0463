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
        var names = Names(self)
        var lines = families.dueNext.map { due in
            Line(
                owner: due.caseIndex, person: names.person(due.person),
                rest: [due.instrument, due.due.iso, due.opens.iso, due.closes.iso])
        }
        write(&lines, to: &writer)
        return writer.bytes
    }

    /// `not-on-track.csv`: families to look at now, and by which rule.
    func notOnTrack() -> [UInt8] {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write(["municipality", "team", "case", "person", "rule", "date"])
        var names = Names(self)
        var lines = families.notOnTrack.map { alert in
            Line(
                owner: alert.caseIndex, person: names.person(alert.person),
                rest: [alert.reason.rawValue, alert.date.iso])
        }
        write(&lines, to: &writer)
        return writer.bytes
    }

    /// A line about a family or a person of it.
    private struct Line {
        var owner: Int32
        var person: String
        var rest: [String]
    }

    /// Writes lines by municipality, team, case, person and what follows.
    private func write(_ lines: inout [Line], to writer: inout RecordWriter) {
        let places = places(of: Set(lines.map(\.owner)))
        var ranks: [Int32: Int32] = [:]
        for (rank, place) in places.enumerated() { ranks[place.owner] = Int32(rank) }
        lines.sort { a, b in
            if a.owner != b.owner { return ranks[a.owner, default: 0] < ranks[b.owner, default: 0] }
            return a.person == b.person
                ? a.rest.lexicographicallyPrecedes(b.rest) : a.person < b.person
        }
        for line in lines {
            let place = places[Int(ranks[line.owner, default: 0])]
            writer.write([place.municipality, place.team, place.name, line.person] + line.rest)
        }
    }

    /// A family as a list names it.
    private struct Place {
        var owner: Int32
        var municipality: String
        var team: String
        var name: String
    }

    private func places(of owners: Set<Int32>) -> [Place] {
        let places = owners.map { owner in
            let index = Int(owner)
            return Place(
                owner: owner,
                municipality: cases.municipalityNames[Int(cases.municipalities[index])],
                team: cases.teamNames[Int(cases.teams[index])],
                name: pseudonyms.ofCase(cases.identifiers[index]))
        }
        return places.sorted {
            ($0.municipality, $0.team, $0.name, $0.owner)
                < ($1.municipality, $1.team, $1.name, $1.owner)
        }
    }

    /// The pseudonyms of persons, each made once.
    private struct Names {
        private let lists: PrivateLists
        private var known: [Int32: String] = [:]

        init(_ lists: PrivateLists) {
            self.lists = lists
        }

        mutating func person(_ person: Int32) -> String {
            guard person >= 0 else { return "" }
            if let name = known[person] { return name }
            let index = Int(person)
            let owner = lists.cases.identifiers[Int(lists.persons.cases[index])]
            let name = lists.pseudonyms.ofPerson(lists.persons.identifiers[index], case: owner)
            known[person] = name
            return name
        }
    }
}
