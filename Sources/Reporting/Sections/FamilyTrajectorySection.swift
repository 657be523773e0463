import Basics
import Model
import ReportModel

/// A family's own scores on one scale, person by person, in plain words.
struct FamilyTrajectorySection: Section {
    static let kind = "family-trajectory"
    static let settings = ["scale": [String]()]
    static let isOfFamily = true

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let family = request.family, let scale = request.setting("scale"),
            let named = request.context.scale(scale)
        else { return [] }
        let courses = family.courses { $0 == scale }
        guard !courses.isEmpty else { return [] }
        return [.heading(level: 2, Prose(named.scale.title[request.context.language]))]
            + courses.enumerated().flatMap { index, course in
                blocks(request, named, course, number: index + 1)
            }
    }

    private static func blocks(
        _ request: SectionRequest, _ named: NamedScale, _ course: FamilyRecord.Course, number: Int
    ) -> [Block] {
        let sentence = Block.paragraph(reading(request, named, course))
        let dates = course.points.map(\.date)
        guard dates.count > 1, zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return [sentence]
        }
        return [sentence, .chart(chart(request, named, course, number: number))]
    }

    private static func who(_ request: SectionRequest, _ course: FamilyRecord.Course) -> String {
        let informant = request.words.informant(course.informant)
        return course.person.isEmpty ? informant : "\(course.person) (\(informant))"
    }

    /// `Tallet var 18,2 første gang og 26,4 senest. Et højere tal er bedre.`
    private static func reading(
        _ request: SectionRequest, _ named: NamedScale, _ course: FamilyRecord.Course
    ) -> Prose {
        let context = request.context
        let start = Prose("\(who(request, course)): ")
        guard let first = course.points.first, let last = course.points.last else { return start }
        let better =
            named.scale.better == .higher
            ? context.say(" Et højere tal er bedre.", " A higher number is better.")
            : context.say(" Et lavere tal er bedre.", " A lower number is better.")
        if course.points.count == 1 {
            return start
                + context.say(
                    "målt én gang, \(.date(first.date)): \(score(first.score)).",
                    "measured once, \(.date(first.date)): \(score(first.score)).") + better
        }
        return start
            + context.say(
                """
                tallet var \(score(first.score)) den \(.date(first.date)) og er \
                \(score(last.score)) den \(.date(last.date)).
                """,
                """
                the number was \(score(first.score)) on \(.date(first.date)) and is \
                \(score(last.score)) on \(.date(last.date)).
                """) + better
    }

    private static func score(_ ratio: Ratio) -> Quantity {
        .score(ratio.value, decimals: ratio.denominator == 1 ? 0 : 1)
    }

    private static func chart(
        _ request: SectionRequest, _ named: NamedScale, _ course: FamilyRecord.Course, number: Int
    ) -> Chart {
        let format = Formatting(request.context.language)
        let title = named.scale.title[request.context.language]
        return Chart(
            "family-\(kebab(named.scale.name))-\(number)",
            title: "\(title): \(who(request, course))",
            description: request.words.say(
                "Alle målinger efter dato, den første til venstre.",
                "All measurements by date, the first on the left."),
            .trajectory(
                Trajectory(
                    positions: course.points.map {
                        Trajectory.Position(format.shortDate($0.date), at: Double($0.date.days))
                    },
                    series: [
                        Trajectory.Series(
                            who(request, course),
                            course.points.map { ReportModel.Estimate(score($0.score)) })
                    ],
                    valueAxis: Axis(request.words.say("Point", "Points"), range: named.range))))
    }
}
