import Basics
import Model
import ReportModel

/// The change theory as a ladder: each promised outcome, how many families reached it and how
/// sure that is, and the counts behind.
struct ChangeTheorySection: Section {
    static let kind = "change-theory"

    static func blocks(_ request: SectionRequest) -> [Block] {
        request.programmes.flatMap { blocks(request, $0) }
    }

    private static func blocks(_ request: SectionRequest, _ programme: Programme) -> [Block] {
        let reading = ChangeTheoryReading(request.context, programme)
        guard !reading.rows.isEmpty else { return [] }
        let words = request.words
        let title = words.say("Forandringsteori", "Change theory")
        let suffix =
            request.programme == nil ? ": \(programme.title[request.context.language])" : ""
        let heading = Block.heading(
            level: 2, Prose(title + suffix), anchor: "theory-\(kebab(programme.name))")
        guard reading.showsAnything else { return [heading, .paragraph(reading.allHidden)] }
        return [
            heading, .paragraph(reading.introduction), .chart(reading.ladder),
            .table(reading.countTable), .table(reading.shareTable),
            .paragraph(request.notAnEffect),
        ]
    }
}
