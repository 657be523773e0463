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
    func writeDueNext(to file: inout OutputFile) {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write([
            "municipality", "team", "case", "person", "instrument", "due", "opens", "closes",
        ])
        var names = Names(self)
        let words = Set(families.dueNext.map(\.instrument)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
        var lines = families.dueNext.map { due in
            Line(
                owner: due.caseIndex, person: names.person(due.person),
                word: places[due.instrument, default: 0], day: due.due,
                window: (due.opens, due.closes))
        }
        write(&lines, words, with: &writer, to: &file)
    }

    /// `not-on-track.csv`: families to look at now, and by which rule.
    func writeNotOnTrack(to file: inout OutputFile) {
        var writer = RecordWriter(formulaNeutral: true)
        writer.write(["municipality", "team", "case", "person", "rule", "date"])
        var names = Names(self)
        let reasons = Alert.Reason.allCases.sorted { $0.rawValue < $1.rawValue }
        let places = Dictionary(uniqueKeysWithValues: zip(reasons, reasons.indices))
        var lines = families.notOnTrack.map { alert in
            Line(
                owner: alert.caseIndex, person: names.person(alert.person),
                word: places[alert.reason, default: 0], day: alert.date)
        }
        write(&lines, reasons.map(\.rawValue), with: &writer, to: &file)
    }

    /// A line about a family or a person of it: plain numbers, since there are tens of thousands
    /// to be sorted.
    private struct Line {
        var owner: Int32
        /// The number of the person's pseudonym; nothing where the line is about the family.
        var person: UInt64?
        /// The place among the list's words, which stand in order.
        var word: Int
        var day: CalendarDate
        /// The first and last day, where the list names them.
        var window: (first: CalendarDate, last: CalendarDate)?

        /// Whether it stands before another line about the same family.
        func isBefore(_ other: Line) -> Bool {
            if person != other.person {
                return (person ?? 0) < (other.person ?? 0) || person == nil
            }
            if word != other.word { return word < other.word }
            guard day == other.day, let own = window, let others = other.window else {
                return day < other.day
            }
            return own < others
        }
    }

    /// Writes lines by municipality, team, case, person and what follows.
    private func write(
        _ lines: inout [Line], _ words: [String], with writer: inout RecordWriter,
        to file: inout OutputFile
    ) {
        let order = FamilyOrder(lines.lazy.map(\.owner), cases, pseudonyms)
        let ends = sort(&lines, by: order)
        let municipalities = ReadyFields(cases.municipalityNames)
        let teams = ReadyFields(cases.teamNames)
        let words = ReadyFields(words)
        var start = 0
        for (place, end) in zip(order.places, ends) {
            for line in lines[start..<end] {
                writer.add(municipalities, Int(place.municipality))
                writer.add(teams, Int(place.team))
                writer.add(hexadecimal: place.name)
                writer.add(hexadecimal: line.person)
                writer.add(words, line.word)
                writer.add(line.day)
                if let window = line.window {
                    writer.add(window.first)
                    writer.add(window.last)
                }
                writer.endRecord()
            }
            start = end
            if writer.count > 1 << 18 {
                writer.withBytes { file.write($0) }
                writer.removeAll()
            }
        }
        writer.withBytes { file.write($0) }
    }

    /// Puts lines in the order of their families, and gives where each family's lines end.
    ///
    /// They are counted into their places, since a family has a line or a few.
    private func sort(_ lines: inout [Line], by order: FamilyOrder) -> [Int] {
        var ends = [Int](repeating: 0, count: order.places.count)
        for line in lines { ends[order.rank(of: line.owner)] += 1 }
        var before = 0
        for rank in ends.indices {
            before += ends[rank]
            ends[rank] = before
        }
        var next = ends
        let received = lines
        for line in received {
            let rank = order.rank(of: line.owner)
            next[rank] -= 1
            lines[next[rank]] = line
        }
        lines.withUnsafeMutableBufferPointer { lines in
            for (start, end) in zip(next, ends) where end - start > 1 {
                var family = UnsafeMutableBufferPointer(rebasing: lines[start..<end])
                family.sort { $0.isBefore($1) }
            }
        }
        return ends
    }

    /// The numbers of persons' pseudonyms, each made once.
    private struct Names {
        private let lists: PrivateLists
        private var known: [UInt64]

        init(_ lists: PrivateLists) {
            self.lists = lists
            known = Array(repeating: 0, count: lists.persons.count)
        }

        mutating func person(_ person: Int32) -> UInt64? {
            guard person >= 0 else { return nil }
            let index = Int(person)
            if known[index] == 0 {
                let owner = lists.cases.identifiers[Int(lists.persons.cases[index])]
                known[index] = lists.pseudonyms.numberOfPerson(
                    lists.persons.identifiers[index], case: owner)
            }
            return known[index]
        }
    }
}
