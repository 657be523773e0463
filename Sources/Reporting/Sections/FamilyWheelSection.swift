import Basics
import Model
import ReportModel

/// A family's progression wheels: the first against the latest, one for each who filled it in.
struct FamilyWheelSection: Section {
    static let kind = "family-wheel"
    static let isOfFamily = true
    /// More wheels than these do not find room on one sheet.
    static let mostShown = 2

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let family = request.family else { return [] }
        let courses = family.courses(WheelOrder.isAxis)
        let names = FamilyNames(family)
        var persons: [Int] = []
        for course in courses where !persons.contains(course.person) {
            persons.append(course.person)
        }
        let charts = persons.enumerated().compactMap { index, person in
            chart(
                request, names.name(of: person), courses.filter { $0.person == person },
                number: index + 1)
        }.prefix(mostShown)
        guard !charts.isEmpty else { return [] }
        return [
            .heading(level: 2, Prose(charts[0].title)),
            .paragraph(
                request.context.say(
                    "10 er bedst. Se, hvor hjulet er vokset, og hvor I gerne vil have, at det vokser.",
                    "10 is best. See where the wheel has grown, and where you would like it to grow."
                )),
        ]
            + charts.enumerated().flatMap { index, chart -> [Block] in
                index == 0
                    ? [.chart(chart)] : [.heading(level: 2, Prose(chart.title)), .chart(chart)]
            }
    }

    private static func chart(
        _ request: SectionRequest, _ person: String, _ courses: [FamilyRecord.Course], number: Int
    ) -> Chart? {
        guard courses.count >= 3 else { return nil }
        let words = request.words
        let sorted = courses.enumerated().sorted { a, b in
            (place(a.element, request), a.offset) < (place(b.element, request), b.offset)
        }.map(\.element)
        return Chart(
            "family-wheel-\(number)",
            title: words.say("Hjulet: ", "The wheel: ") + person,
            description: words.say(
                "Hvert felt første gang og senest, fra 0 i midten til 10 yderst.",
                "Each axis the first time and most recently, from 0 at the centre to 10 at the rim."
            ),
            .wheel(
                Wheel(
                    spokes: sorted.map { spoke(request, $0) }, range: 0...10,
                    firstLabel: words.say("første gang", "the first time"),
                    latestLabel: words.say("senest", "most recently"))))
    }

    private static func place(_ course: FamilyRecord.Course, _ request: SectionRequest) -> Int {
        WheelOrder.index(of: course.scale, in: request.programme) ?? Int.max
    }

    private static func spoke(
        _ request: SectionRequest, _ course: FamilyRecord.Course
    ) -> Wheel.Spoke {
        func quantity(_ score: Ratio?) -> Quantity {
            score.map { .score($0.value, decimals: 0) }
                ?? .notComputed(request.words.say("ikke målt", "not measured"))
        }
        let latest = course.points.count > 1 ? course.points.last?.score : nil
        return Wheel.Spoke(
            request.context.title(ofScale: course.scale, in: request.programme),
            first: quantity(course.points.first?.score), latest: quantity(latest))
    }
}
