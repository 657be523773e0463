import Basics
import Model

/// What the people of one family are called on their own sheet: mother, father, the child, or
/// child 1 and child 2 in the order of their identifiers.
struct FamilyNames {
    private let words: Words
    private let names: [Int: String]
    private let children: Set<Int>
    /// How many children have a number.
    let numberedChildren: Int

    init(_ family: FamilyRecord) {
        words = Words(language: family.language)
        let persons = family.records.persons
        let members = family.records.members(of: family.caseIndex)
        let children = members.filter { persons.roles[$0] == .child }
        self.children = Set(children)
        let others = members.filter { persons.roles[$0] != .child }
        numberedChildren = children.count > 1 ? children.count : 0
        var names = FamilyNames.parents(family, words)
        for (place, child) in children.enumerated() {
            names[child] =
                children.count == 1
                ? words.say("Barnet", "The child")
                : words.say("Barn \(place + 1)", "Child \(place + 1)")
        }
        let unnamed = others.filter { names[$0] == nil }
        for (place, person) in unnamed.enumerated() {
            let noun =
                persons.roles[person] == .parent
                ? words.say("Forælder", "Parent") : words.say("Person", "Person")
            names[person] = unnamed.count == 1 ? noun : "\(noun) \(place + 1)"
        }
        self.names = names
    }

    /// Mother and father, where a form that they filled in says so and each is only one.
    private static func parents(_ family: FamilyRecord, _ words: Words) -> [Int: String] {
        var people: [String: Set<Int>] = [:]
        for series in family.records.series(of: family.caseIndex) {
            let measure = family.records.measures[
                Int(family.records.families.series.measures[series])]
            people[measure.informant, default: []].insert(
                Int(family.records.families.series.persons[series]))
        }
        var names: [Int: String] = [:]
        for (code, name) in [
            ("mor", words.say("Mor", "Mother")), ("far", words.say("Far", "Father")),
        ] {
            let these = people[code, default: []].filter {
                family.records.persons.roles[$0] == .parent
            }
            if these.count == 1, let person = these.first { names[person] = name }
        }
        return names
    }

    /// What a person is called.
    func name(of person: Int) -> String { names[person] ?? words.say("Familien", "The family") }

    /// Whose course it is, and who sees it where that is somebody else: `Barn 1, set af en
    /// forælder`.
    func label(_ course: FamilyRecord.Course) -> String {
        let name = name(of: course.person)
        switch course.informant {
        case "parent": return words.say("\(name), set af en forælder", "\(name), seen by a parent")
        case "teacher":
            return words.say(
                "\(name), set af lærer eller pædagog", "\(name), seen by a teacher")
        case "professional":
            return words.say("\(name), set af fagpersonen", "\(name), seen by the professional")
        case "self" where children.contains(course.person):
            return words.say("\(name) selv", "\(name), own answers")
        default: return name
        }
    }
}
