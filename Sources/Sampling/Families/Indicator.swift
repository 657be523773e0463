/// A register figure or a rating as the sample writes it.
struct Indicator: Sendable {
    /// Whom a value is about.
    enum Subject: Sendable { case family, parent, child }

    /// When a value is taken.
    enum Rhythm: Sendable {
        /// At the start and about each horizon.
        case horizons
        /// By the staff, who rate their own work every few months.
        case staff
        /// From a register: at the start, a year and two years later, and each week 48.
        case register
    }

    /// How a burden becomes a value: what a family without a burden has, and one with a typical
    /// referred family's.
    enum Kind: Sendable {
        /// A whole number at most `reach` away from the line through both.
        case number(light: Double, heavy: Double, reach: Double, within: ClosedRange<Int>)
        /// The same in tenths: 68 is 6,8.
        case tenths(light: Double, heavy: Double, reach: Double, within: ClosedRange<Int>)
        /// 1 in so many cases of a hundred, else 0.
        case chance(light: Double, heavy: Double)
        /// 0 to 10, whatever the burden: from the habit, higher as a team settles in.
        case fidelity(habit: Double)
    }

    /// The value in the column `indicator`.
    var name: String
    var subject: Subject
    var kind: Kind
    /// From which age a child has the figure.
    var fromAge = 0
    var rhythm = Rhythm.horizons
}

extension Indicator {
    /// A professional's rating, 0 to 10, 10 the best.
    static func rating(_ name: String, _ subject: Subject, from age: Int = 0) -> Indicator {
        Indicator(
            name: "rating." + name, subject: subject,
            kind: .number(light: 7.9, heavy: 4.8, reach: 2, within: 0...10), fromAge: age)
    }

    /// What the staff say of their own work, 0 to 10: a name and a habit each.
    static func staff(_ prefix: String, _ habits: KeyValuePairs<String, Double>) -> [Indicator] {
        habits.map {
            Indicator(
                name: prefix + $0.key, subject: .family, kind: .fidelity(habit: $0.value),
                rhythm: .staff)
        }
    }

    private static func yesNo(
        _ name: String, _ subject: Subject, light: Double, heavy: Double
    ) -> Indicator {
        Indicator(name: name, subject: subject, kind: .chance(light: light, heavy: heavy))
    }

    static let absence = Indicator(
        name: "absence-hours", subject: .child,
        kind: .number(light: 1, heavy: 19, reach: 6, within: 0...120), fromAge: 3)
    static let grades = Indicator(
        name: "grade-average", subject: .child,
        kind: .tenths(light: 72, heavy: 42, reach: 12, within: 0...120), fromAge: 13)
    static let measures = Indicator(
        name: "measures", subject: .family,
        kind: .number(light: 0.9, heavy: 3.1, reach: 1.2, within: 0...9))
    static let workHours = Indicator(
        name: "work-hours", subject: .parent,
        kind: .number(light: 28, heavy: 8, reach: 8, within: 0...37))
    static let inWork = Indicator(
        name: "in-work", subject: .parent, kind: .chance(light: 78, heavy: 26), rhythm: .register)
    static let workPlacement = yesNo("work-placement", .parent, light: 45, heavy: 10)
    static let placed = yesNo("placed", .child, light: 12, heavy: 34)
    static let homeTogether = yesNo("home-together", .family, light: 92, heavy: 45)
    static let returnedHome = yesNo("returned-home", .child, light: 30, heavy: 3)
    static let placementBreakdowns = Indicator(
        name: "placement-breakdowns", subject: .child,
        kind: .number(light: 0, heavy: 0.5, reach: 0.6, within: 0...5))
}
