import Basics
import Model
import ReportModel

/// A family's own scores on one scale: everybody's first and latest in plain words, and all of
/// them in one chart.
struct FamilyTrajectorySection: Section {
    static let kind = "family-trajectory"
    static let settings = ["scale": [String]()]
    static let isOfFamily = true
    /// As many lines as can be told apart in one chart.
    static let mostShown = 6

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let family = request.family, let scale = request.setting("scale"),
            let named = request.context.scale(scale)
        else { return [] }
        let courses = family.courses { $0 == scale }.prefix(mostShown)
        guard !courses.isEmpty else { return [] }
        let names = FamilyNames(family)
        return [
            .heading(level: 2, Prose(named.scale.title[request.context.language])),
            .paragraph(direction(request.context, named)),
            .list(courses.map { reading(request.context, names.label($0), $0) }),
        ] + chart(request, named, courses.map { (names.label($0), $0) })
    }

    private static func direction(_ context: ReportContext, _ named: NamedScale) -> Prose {
        named.scale.better == .higher
            ? context.say("Et højere tal er bedre.", "A higher number is better.")
            : context.say("Et lavere tal er bedre.", "A lower number is better.")
    }

    /// `Mor: fra 18,2 den 5. januar 2026 til 26,4 den 5. april 2026`
    private static func reading(
        _ context: ReportContext, _ who: String, _ course: FamilyRecord.Course
    ) -> Prose {
        let start = Prose("\(who): ")
        guard let first = course.points.first, let last = course.points.last else { return start }
        if course.points.count == 1 {
            return start
                + context.say(
                    "\(score(first.score)) den \(.date(first.date)), målt én gang",
                    "\(score(first.score)) on \(.date(first.date)), measured once")
        }
        return start
            + context.say(
                """
                fra \(score(first.score)) den \(.date(first.date)) til \(score(last.score)) den \
                \(.date(last.date))
                """,
                """
                from \(score(first.score)) on \(.date(first.date)) to \(score(last.score)) on \
                \(.date(last.date))
                """)
    }

    private static func score(_ ratio: Ratio) -> Quantity {
        .score(ratio.value, decimals: ratio.denominator == 1 ? 0 : 1)
    }

    /// Nothing where nobody was measured twice.
    private static func chart(
        _ request: SectionRequest, _ named: NamedScale,
        _ courses: [(who: String, course: FamilyRecord.Course)]
    ) -> [Block] {
        let repeated = courses.filter { $0.course.points.count > 1 }
        guard !repeated.isEmpty else { return [] }
        let dates = Set(repeated.flatMap { $0.course.points.map(\.date) }).sorted()
        let format = Formatting(request.context.language)
        let words = request.words
        return [
            .chart(
                Chart(
                    "family-\(kebab(named.scale.name))",
                    title: named.scale.title[request.context.language],
                    description: words.say(
                        "Alle målinger efter dato, den første til venstre.",
                        "All measurements by date, the first on the left."),
                    .trajectory(
                        Trajectory(
                            positions: dates.map {
                                Trajectory.Position(format.shortDate($0), at: Double($0.days))
                            },
                            series: repeated.map { line($0.who, $0.course, dates, words) },
                            valueAxis: Axis(words.say("Point", "Points"), range: named.range),
                            bridgesGaps: true))))
        ]
    }

    /// The latest score of each day.
    private static func line(
        _ who: String, _ course: FamilyRecord.Course, _ dates: [CalendarDate], _ words: Words
    ) -> Trajectory.Series {
        let byDate = Dictionary(
            course.points.map { ($0.date, $0.score) }, uniquingKeysWith: { $1 })
        let notMeasured = Quantity.notComputed(words.say("ikke målt", "not measured"))
        return Trajectory.Series(
            who,
            dates.map { date in
                ReportModel.Estimate(byDate[date].map(score) ?? notMeasured)
            })
    }
}
