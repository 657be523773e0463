import Basics
import Model
import ReportModel

/// The criteria for closing a case: met, not met or not known.
struct ExitsSection: Section {
    static let kind = "exits"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let words = request.words
        let met = words.say("opfyldt", "met")
        let notMet = words.say("ikke opfyldt", "not met")
        let notKnown = words.say("ved ikke", "not known")
        let closed = words.say("Afsluttede: ", "Closed: ")
        let nearing = words.say("Nær afslutning: ", "Nearing the end: ")
        let table = ProgrammeTable(
            request: request, name: "exits", header: words.say("Kriterium", "Criterion"),
            columns: [
                ("closed_met", closed + met), ("closed_not_met", closed + notMet),
                ("closed_not_known", closed + notKnown), ("nearing_met", nearing + met),
                ("nearing_not_met", nearing + notMet), ("nearing_not_known", nearing + notKnown),
            ])
        let blocks = request.programmes.compactMap { programme in
            table.block(
                programme, caption: words.say("Afslutningskriterier", "Exit criteria"),
                declared: programme.exitCriteria.map {
                    ($0.name, request.title($0.title, $0.reading))
                })
        }
        guard !blocks.isEmpty else { return [] }
        return [request.heading("Klar til afslutning?", "Ready to close?", anchor: "exits")]
            + blocks
    }
}
