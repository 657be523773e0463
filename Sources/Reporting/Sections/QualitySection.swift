import Basics
import Model
import ReportModel

/// What came in, what was not used and why: counts, never values.
struct QualitySection: Section {
    static let kind = "quality"

    static func blocks(_ request: SectionRequest) -> [Block] {
        let context = request.context
        return [request.heading("Kom alle data med?", "Did all data come in?", anchor: "quality")]
            + absent(context) + files(context) + withdrawn(context) + unused(context)
            + teamsLeftOut(context)
    }

    private static func absent(_ context: ReportContext) -> [Block] {
        guard !context.absentFiles.isEmpty else { return [] }
        let items = context.absentFiles.map { Prose("\($0.name): \($0.reason[context.language])") }
        return [
            .callout(
                .caution,
                title: context.words.say("Mangler i rapporten", "Absent from this report"),
                [.list(items)])
        ]
    }

    private static func files(_ context: ReportContext) -> [Block] {
        let rows = context.rows("quality")
        guard !rows.isEmpty else {
            return [.paragraph(context.say("Ingen filer er læst.", "No files were read."))]
        }
        let words = context.words
        var counts = [
            ("rows", words.say("Rækker", "Rows")), ("used", words.say("Brugt", "Used")),
            ("rejected", words.say("Afvist", "Rejected")),
            ("duplicates", words.say("Dubletter", "Duplicates")),
            ("cells_unused", words.say("Felter ikke brugt", "Cells not used")),
        ]
        if context.lastPublished != nil {
            counts.append(("new_rows", words.say("Nye rækker", "New rows")))
        }
        return [
            .table(
                Table(
                    words.say("Hvad der kom ind", "What came in"),
                    columns: [.rowHeader(words.say("Fil", "File"))] + counts.map { .figures($0.1) },
                    rows: rows.map { row in
                        Row([Prose(row.key("file"))] + counts.map { row.cell($0.0) })
                    }, note: fileNote(context)))
        ]
    }

    private static func fileNote(_ context: ReportContext) -> Prose {
        context.say(
            """
            Rækker = brugt + afvist + dubletter. Et felt, der ikke kan læses, tæller som manglende, \
            og resten af rækken bruges.
            """,
            """
            Rows = used + rejected + duplicates. A cell that cannot be read counts as missing, and \
            the rest of its row is used.
            """) + newRowsNote(context)
    }

    private static func newRowsNote(_ context: ReportContext) -> Prose {
        guard let last = context.lastPublished else { return "" }
        let day = Formatting(context.language).date(last)
        return context.say(
            " Nye rækker er brugt og dateret efter \(day), hvor den seneste rapport sluttede.",
            " New rows are used and dated after \(day), where the last report ended.")
    }

    /// How many have withdrawn consent is nobody's business here.
    private static func withdrawn(_ context: ReportContext) -> [Block] {
        guard context.leavesOutWithdrawn else { return [] }
        return [
            .paragraph(
                context.say(
                    """
                    Familier og personer, der har trukket deres samtykke tilbage, er taget ud, før \
                    noget blev talt op.
                    """,
                    """
                    Families and persons who have withdrawn their consent were left out before \
                    anything was counted.
                    """))
        ]
    }

    private static func unused(_ context: ReportContext) -> [Block] {
        let rows = context.rows("unused").filter { $0.number("assessments") != 0 }
        guard !rows.isEmpty else { return [] }
        let words = context.words
        return [
            .table(
                Table(
                    words.say("Målinger, der ikke tæller med", "Measurements that do not count"),
                    columns: [
                        .rowHeader(words.say("Redskab", "Instrument")),
                        .text(words.say("Grund", "Reason")),
                        .figures(words.say("Målinger", "Measurements")),
                    ], rows: rows.map { unused($0, context) }))
        ]
    }

    /// Teams all have rows or none has.
    private static func teamsLeftOut(_ context: ReportContext) -> [Block] {
        let groups = context.rows("cases")
        guard groups.contains(where: { $0.key("municipality") != KeyColumn.all }),
            groups.allSatisfy({ $0.key("team") == KeyColumn.all })
        else { return [] }
        let most = Formatting(context.language).integer(context.pipeline.mostTeams)
        return [
            .paragraph(
                context.say(
                    """
                    Der er flere end \(most) team, så tallene går kun ned til kommunerne. Hvert \
                    teams tal hører hjemme i kommunens egen opgørelse.
                    """,
                    """
                    There are more than \(most) teams, so the figures stop at municipalities. Each \
                    team's figures belong in its municipality's own edition.
                    """))
        ]
    }

    private static func unused(_ row: FigureRow, _ context: ReportContext) -> Row {
        let name = row.key("instrument")
        let title = context.instruments.first { $0.name == name }?.title[context.language] ?? name
        let reason = UnusedCount.Reason(rawValue: row.key("reason")).map(context.words.reason)
        return [Prose(title), Prose(reason ?? row.key("reason")), row.cell("assessments")]
    }
}

extension Words {
    /// Why an assessment does not count.
    func reason(_ reason: UnusedCount.Reason) -> String {
        switch reason {
        case .afterAsOf: say("efter opgørelsesdagen", "after the as-of date")
        case .beforeBirth: say("før barnets fødsel", "before the child's birth")
        case .longBeforeStart:
            say("mere end 90 dage før start", "more than 90 days before the start")
        case .caseNotStarted: say("forløbet er ikke begyndt", "the case has not begun")
        }
    }
}
