import Basics
import Model
import ReportModel

/// Core elements of the method and principles of cooperation, as staff rate them: fidelity
/// stands beside the effect.
struct ElementsSection: Section {
    static let kind = "elements"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let blocks = request.programmes.flatMap { programme in
            [
                block(
                    request, programme, programme.coreElements,
                    words.say("Kerneelementer", "Core elements")),
                block(
                    request, programme, programme.relationalCapacity,
                    words.say("Relationel kapacitet", "Relational capacity")),
            ].compactMap(\.self)
        }
        guard !blocks.isEmpty else { return [] }
        return [
            request.heading("Følges metoden?", "Is the method followed?", anchor: "elements"),
            .paragraph(
                request.context.say(
                    """
                    Medarbejdernes egne vurderinger af, hvor meget kerneelementerne er til stede. \
                    Uden dem ved man ikke, om det er indsatsen, der er målt.
                    """,
                    """
                    The staff's own ratings of how far the core elements are in place. Without \
                    them nobody knows whether it is the programme that was measured.
                    """)),
        ] + blocks
    }

    /// Every element is listed: one that nobody has rated says so.
    private static func block(
        _ request: SectionRequest, _ programme: Programme, _ elements: [RatedElement],
        _ caption: String
    ) -> Block? {
        guard !elements.isEmpty else { return nil }
        let words = request.words
        let suffix =
            request.programme == nil ? ": \(programme.title[request.context.language])" : ""
        return .table(
            Table(
                caption + suffix,
                columns: [
                    .rowHeader(words.say("Element", "Element")),
                    .figures(words.say("Forløb vurderet", "Cases rated")),
                    .figures(words.say("Gennemsnit", "Mean")),
                ], rows: elements.map { row(request, programme, $0) }))
    }

    private static func row(
        _ request: SectionRequest, _ programme: Programme, _ element: RatedElement
    ) -> Row {
        let title = Prose(element.title[request.context.language])
        let row = request.context.row("elements", GroupName(programme).keys + [element.name])
        guard let row else {
            let none = Quantity.notComputed(request.words.say("ikke vurderet", "not rated"))
            return [title, .quantity(none), .quantity(none)]
        }
        return [title, row.cell("cases"), row.cell("mean")]
    }
}
