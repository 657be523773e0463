import Basics

/// An invented family: one case, its members, and how they fare.
struct Family: Sendable {
    /// From 0, in the order in which families enter.
    let number: Int
    let identifier: String
    let programme: Programme
    let municipality: String
    let team: String
    let start: CalendarDate
    /// The day on which the case ends, perhaps after the last day known.
    let closing: CalendarDate
    let endReason: String
    let asOf: CalendarDate
    let parents: [Person]
    let children: [Person]
    let course: Course

    /// The end as it is known on the last day, or nothing while the case is open.
    var end: CalendarDate? { closing <= asOf ? closing : nil }

    /// How many months before the last day the first family enters.
    private static let monthsOfEntry = 36

    /// Invents the family with a number, from 0, of a request.
    init(number: Int, of request: SampleRequest) {
        var random = SeededRandom(
            seed: request.seed &+ UInt64(number) &* 0x9E6C_63D0_876A_68EE, stream: "family")
        self.number = number
        identifier = Family.identifier(number)
        asOf = request.asOf
        programme = Programme.all[random.weighted(Programme.all.map(\.weight))]
        let place = programme.places[random.weighted(programme.places.map(\.weight))]
        municipality = place.municipality
        team = random.pick(place.teams)
        start = Family.start(number, of: request, &random)
        let fate = Fate.allCases[random.weighted(Fate.weights)]
        course = Course(burden: 1 + 0.3 * random.nearlyNormal(), gain: fate.gain(&random))
        (closing, endReason) = Family.ending(from: start, of: programme, &random)
        parents = Family.parents(identifier, course, &random)
        children = Family.children((identifier, start, course), of: programme, &random)
    }

    /// `F00001` and so on.
    static func identifier(_ number: Int) -> String {
        let digits = String(number + 1)
        return "F" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    private static func start(
        _ number: Int, of request: SampleRequest, _ random: inout SeededRandom
    ) -> CalendarDate {
        let month = number * monthsOfEntry / request.families
        let first = request.asOf.adding(days: 1 - request.asOf.civil.day)
        return first.adding(months: month - monthsOfEntry).adding(days: random.below(28))
    }

    private static func ending(
        from start: CalendarDate, of programme: Programme, _ random: inout SeededRandom
    ) -> (CalendarDate, String) {
        switch random.below(100) {
        case ..<14: (start.adding(days: random.within(25...170)), "dropped-out")
        case ..<18: (start.adding(days: random.within(60...300)), "moved")
        default: (start.adding(days: random.within(programme.daysToRun)), "completed")
        }
    }

    private static func parents(
        _ identifier: String, _ course: Course, _ random: inout SeededRandom
    ) -> [Person] {
        let roles: [Person.Role] =
            switch random.below(100) {
            case ..<58: [.mother]
            case ..<92: [.mother, .father]
            default: [.father]
            }
        return roles.map { role in
            Person(
                identifier: identifier + (role == .mother ? "-M" : "-F"), role: role,
                course: course.varied(&random))
        }
    }

    private static func children(
        _ family: (identifier: String, start: CalendarDate, course: Course),
        of programme: Programme, _ random: inout SeededRandom
    ) -> [Person] {
        var age = random.within(programme.firstChildAge)
        return (1...random.within(programme.childCount)).map { number in
            defer { age += random.within(400...1500) }
            return Person(
                identifier: family.identifier + "-B\(number)", role: .child,
                birth: family.start.adding(days: -min(age, 5900)),
                gestationWeeks: random.happens(10) ? random.within(30...36) : 40,
                course: family.course.varied(&random))
        }
    }
}
