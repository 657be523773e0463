import Model

/// Who is the same person in several cases, so that a total counts nobody twice.
///
/// A person belongs to a case. The same identifier in two cases is taken for one person when it
/// can be told apart from a family's own words: at least six characters with a digit in them.
/// `mor`, `barn2` and `1` are somebody else in each family.
struct Identities {
    /// By person: a number shared by one person's entries, or -1 for who is in one case only.
    let identity: [Int32]
    let courses: [Course]

    init(_ persons: Persons, _ cases: Cases) {
        var first: [String: Int32] = [:]
        first.reserveCapacity(persons.count)
        var shared: [Int32: [Int32]] = [:]
        for person in 0..<persons.count where Identities.isPersonal(persons.identifiers[person]) {
            let name = persons.identifiers[person]
            if let known = first[name] {
                shared[known, default: [known]].append(Int32(person))
            } else {
                first[name] = Int32(person)
            }
        }
        var identity = [Int32](repeating: -1, count: persons.count)
        var courses: [Course] = []
        for known in shared.keys.sorted() {
            let entries = (shared[known] ?? []).sorted {
                Identities.order($0, persons, cases) < Identities.order($1, persons, cases)
            }
            for entry in entries { identity[Int(entry)] = known }
            courses.append(Course(persons: entries, cases: entries.map { persons.cases[Int($0)] }))
        }
        self.identity = identity
        self.courses = courses.sorted {
            ($0.cases.first ?? 0, $0.persons.first ?? 0) < (
                $1.cases.first ?? 0, $1.persons.first ?? 0
            )
        }
    }

    private static func order(_ person: Int32, _ persons: Persons, _ cases: Cases) -> (Int32, Int32)
    {
        let caseIndex = persons.cases[Int(person)]
        return (cases.starts[Int(caseIndex)], caseIndex)
    }

    private static func isPersonal(_ identifier: String) -> Bool {
        identifier.utf8.count >= 6 && identifier.utf8.contains { (48...57).contains($0) }
    }

    /// How many of these mentions of shared persons name somebody already named.
    static func repeats(_ mentions: [Int32]) -> Int {
        mentions.isEmpty ? 0 : mentions.count - Set(mentions).count
    }
}
