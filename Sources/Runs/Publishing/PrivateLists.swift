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
        let words = Set(families.dueNext.map(\.instrument)).sorted()
        var lines = families.dueNext.map { due in
            Line(
                owner: due.caseIndex, person: names.person(due.person),
                word: words.firstIndex(of: due.instrument) ?? 0, day: due.due,
                window: (due.opens, due.closes))
        }
        write(&lines, words, to: &writer)
        return writer.bytes
    }

    /// `not-on-track.csv`: families to look at now, and by which rule.
    func notOnTrack() -> [UInt8] {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write(["municipality", "team", "case", "person", "rule", "date"])
        var names = Names(self)
        let reasons = Alert.Reason.allCases.sorted { $0.rawValue < $1.rawValue }
        var places: [Alert.Reason: Int] = [:]
        for (place, reason) in reasons.enumerated() { places[reason] = place }
        var lines = families.notOnTrack.map { alert in
            Line(
                owner: alert.caseIndex, person: names.person(alert.person),
                word: places[alert.reason] ?? 0, day: alert.date)
        }
        write(&lines, reasons.map(\.rawValue), to: &writer)
        return writer.bytes
    }

    /// A line about a family or a person of it: plain numbers, since there are tens of thousands
    /// to be sorted.
    private struct Line {
        var owner: Int32
        /// The place among the families, once it is known.
        var rank = 0
        /// The number of the person's pseudonym; nothing where the line is about the family.
        var person: UInt64?
        /// The place among the list's words, which stand in order.
        var word: Int
        var day: CalendarDate
        /// The first and last day, where the list names them.
        var window: (first: CalendarDate, last: CalendarDate)?

        static func < (a: Line, b: Line) -> Bool {
            if a.rank != b.rank { return a.rank < b.rank }
            if a.person != b.person { return (a.person ?? 0) < (b.person ?? 0) || a.person == nil }
            if a.word != b.word { return a.word < b.word }
            guard a.day == b.day, let own = a.window, let other = b.window else {
                return a.day < b.day
            }
            return own < other
        }
    }

    /// Writes lines by municipality, team, case, person and what follows.
    private func write(_ lines: inout [Line], _ words: [String], to writer: inout RecordWriter) {
        let places = places(of: Set(lines.map(\.owner)))
        var ranks: [Int32: Int] = [:]
        for (rank, place) in places.enumerated() { ranks[place.owner] = rank }
        for at in lines.indices { lines[at].rank = ranks[lines[at].owner, default: 0] }
        lines.sort(by: <)
        for line in lines {
            let place = places[line.rank]
            writer.add(place.municipality)
            writer.add(place.team)
            writer.add(place.name)
            writer.add(line.person.map(Pseudonyms.digits) ?? "")
            writer.add(words[line.word])
            writer.add(line.day.iso)
            if let window = line.window {
                writer.add(window.first.iso)
                writer.add(window.last.iso)
            }
            writer.endRecord()
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

    /// The numbers of persons' pseudonyms, each made once.
    private struct Names {
        private let lists: PrivateLists
        private var known: [Int32: UInt64] = [:]

        init(_ lists: PrivateLists) {
            self.lists = lists
        }

        mutating func person(_ person: Int32) -> UInt64? {
            guard person >= 0 else { return nil }
            if let name = known[person] { return name }
            let index = Int(person)
            let owner = lists.cases.identifiers[Int(lists.persons.cases[index])]
            let name = lists.pseudonyms.numberOfPerson(
                lists.persons.identifiers[index], case: owner)
            known[person] = name
            return name
        }
    }
}
