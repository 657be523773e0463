import Basics
import Model
import ReportModel

/// The programmes side by side in the pipeline's order, never as a ranking.
struct ProgrammesSection: Section {
    static let kind = "programmes"
    /// Change in two columns, or left out on a page that has it in sentences.
    static let settings = ["changes": ["columns", "left-out"]]

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        guard request.programme == nil, !context.programmes.isEmpty else { return [] }
        return [
            request.heading("Indsatserne", "The programmes", anchor: "programmes"),
            .table(table(request)), .paragraph(request.notAnEffect),
        ]
    }

    private static func table(_ request: SectionRequest) -> Table {
        let context = request.context
        let words = request.words
        let caption =
            hasChanges(request)
            ? words.say(
                "Familier, målinger og forandring i hver indsats",
                "Families, measurements and change in each programme")
            : words.say(
                "Familier og målinger i hver indsats", "Families and measurements in each programme"
            )
        let changes: [Column] = [
            .text(words.say("Forældre", "Parents")), .text(words.say("Børn", "Children")),
        ]
        return Table(
            caption,
            columns: [
                .rowHeader(words.say("Indsats", "Programme")),
                .figures(words.say("Begyndt", "Begun")), .figures(words.say("I gang", "Under way")),
                .figures(words.say("Målt til tiden", "Measured on time")),
            ] + (hasChanges(request) ? changes : []) + [.text(words.say("Mål", "Targets"))],
            rows: context.programmes.map { row(request, $0) }, note: note(context))
    }

    private static func hasChanges(_ request: SectionRequest) -> Bool {
        request.setting("changes") != "left-out"
    }

    private static func row(_ request: SectionRequest, _ programme: Programme) -> Row {
        let context = request.context
        let cases = context.row("cases", GroupName(programme).keys)
        let none = Prose.quantity(.notComputed(request.words.say("ingen familier", "no families")))
        let activity: [Prose] = [
            .link(
                Prose(programme.title[context.language]), to: .page("programmes/\(programme.name)")),
            cases?.cell("cases") ?? none, cases?.cell("open") ?? none,
            AdherenceReading(context, [programme]).cell,
        ]
        let sides = programme.parentsAndChildren
        let changes = [sides?.parents, sides?.children].map { change(context, programme, $0) }
        return Row(
            activity + (hasChanges(request) ? changes : []) + [targets(context, programme)])
    }

    private static func change(
        _ context: ReportContext, _ programme: Programme, _ side: ComparedSides.Side?
    ) -> Prose {
        guard let side else {
            return .quantity(
                .notComputed(context.words.say("ingen skala valgt", "no scale chosen")))
        }
        guard let reading = ChangeReading(context, programme, side) else {
            return .quantity(.notComputed(context.words.noneMeasured))
        }
        return reading.cell
    }

    private static func targets(_ context: ReportContext, _ programme: Programme) -> Prose {
        let reading = TargetReading(context, programme)
        guard reading.tested > 0 else {
            return .quantity(
                reading.hidden > 0
                    ? .hidden : .notComputed(context.words.say("ingen prøvet", "none tested")))
        }
        return context.say(
            "\(.count(reading[.above])) over, \(.count(reading[.below])) under, "
                + "\(.count(reading.tested)) prøvet",
            "\(.count(reading[.above])) above, \(.count(reading[.below])) below, "
                + "\(.count(reading.tested)) tested")
            + context.provisionalMark(ofTargets: programme.outcomes)
    }

    private static func note(_ context: ReportContext) -> Prose {
        context.say(
            """
            Indsatserne har forskellige familier og måles på forskellige skalaer. Tabellen er \
            derfor ikke en rangliste.
            """,
            """
            The programmes have different families and are measured on different scales. The \
            table is therefore no ranking.
            """)
    }
}

extension ChangeReading {
    /// Share, interval, horizon and how many it leaves out in one cell.
    var cell: Prose {
        let share = row.quantity("share_improved")
        guard share.isShown else { return .quantity(share) }
        let interval = row.interval("share_improved")
        let time = context.words.horizon(horizon).lowercased()
        return "\(share)\(provisional) (\(interval)), \(time)"
            + row.earlierMark("share_improved") + context.leftOut(row, ["n_missing", "n_ended"])
    }
}
