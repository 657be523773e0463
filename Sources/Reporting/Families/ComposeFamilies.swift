import Basics
import Model
import ReportModel

/// Writes the private sheets of all families that have begun, in the order of the cases.
///
/// Nothing of it may be published: the sheets hold single families' own scores.
public func composeFamilies(
    _ context: ReportContext, layout: ReportLayout, records: FamilyRecords
) -> [ComposedPage] {
    (0..<records.cases.count).flatMap { caseIndex in
        composeFamily(context, layout: layout, records: records, caseIndex: caseIndex)
    }
}

/// Writes the private sheets of one family; none where it has not begun by the as-of date.
public func composeFamily(
    _ context: ReportContext, layout: ReportLayout, records: FamilyRecords, caseIndex: Int
) -> [ComposedPage] {
    guard records.cases.start(caseIndex) <= context.period.asOf else { return [] }
    let family = FamilyRecord(
        records: records, caseIndex: caseIndex, language: context.language)
    let programme = context.programme(of: caseIndex, in: records.cases)
    return layout.pages.filter { $0.scope == .family }.map { page in
        let frame = SectionFrame(
            context: context, layout: layout, programme: programme, family: family)
        let asOf = Quantity.date(context.period.asOf).written(in: context.language)
        let report = Report(
            title: page.title[context.language],
            subtitle: context.words.say(
                "Familie \(family.name), opgjort pr. \(asOf)",
                "Family \(family.name), as of \(asOf)"),
            language: context.language, blocks: write(page, frame),
            footer: familyFooter(context, FamilyNames(family)), paper: page.paper)
        return ComposedPage(
            path: "families/\(page.name)-\(kebab(family.name))", report: report,
            hasMarkdown: page.hasMarkdown)
    }
}

private func familyFooter(_ context: ReportContext, _ names: FamilyNames) -> [Prose] {
    let order: Prose =
        names.numberedChildren == 0
        ? ""
        : context.say(
            "Børnene er nummereret i samme orden som i sagen. ",
            "The children are numbered in the order of the case. ")
    return [
        order
            + context.say(
                """
                Arket er familiens eget. Det er lavet til at tale sammen om og må ikke deles med \
                andre uden jeres ja.
                """,
                """
                This sheet is the family's own. It is made to talk about, and must not be shared \
                with others without your yes.
                """)
    ]
}

extension ReportContext {
    /// The definition of a case's programme, if it has one.
    fileprivate func programme(of caseIndex: Int, in cases: Cases) -> Programme? {
        let name = cases.programmeNames[Int(cases.programmes[caseIndex])]
        return programmes.first { $0.name == name }
    }
}
