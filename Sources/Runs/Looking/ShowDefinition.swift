import Basics
import Loading
import Model
import Rendering
import ReportModel
import Reporting

/// Writes the pages of every definition of a name as Markdown: a programme and a budget may bear
/// the same.
///
/// An instrument is also found by an alias and by what stands before the dot of its scales.
///
/// - Throws: `Refusal` when the name is unknown or a definition is wrong.
public func showDefinition(
    _ name: String, language: Language, definitions: String?
) throws -> String {
    let folder = DefinitionFolder.locate(option: definitions, beside: nil)
    try refuseMissing(folder)
    var found = ListedKind.allCases.filter { folder.names($0.folder).contains(name) }
        .compactMap { definition($0, name, in: folder) }
    try folder.refuseIfWrong()
    if found.isEmpty { found = [.instrument(try instrument(called: name, in: folder))] }
    return found.map { MarkdownRenderer().render($0.page(in: language)) }
        .joined(separator: "\n---\n\n")
}

/// The instrument that goes by another name.
private func instrument(called name: String, in folder: DefinitionFolder) throws -> Instrument {
    do {
        return try InstrumentChoice.named(name, in: folder.root).instrument
    } catch let refusal where refusal is Refusal {
        let names = ListedKind.allCases.flatMap { folder.names($0.folder) }
        guard (refusal as? Refusal)?.reason == .usage else { throw refusal }
        throw Refusal.unknownName(
            "definition", name, among: Array(Set(names)).sorted(),
            remedy: "see the known names with: virkning list instruments")
    }
}

extension AnyDefinition {
    /// The definition as a readable page.
    func page(in language: Language) -> Report {
        switch self {
        case .instrument(let instrument): instrumentPage(instrument, in: language)
        case .intake(let intake): intakePage(intake, in: language)
        case .programme(let programme): programmePage(programme, in: language)
        case .budget(let budget): budgetPage(budget, in: language)
        case .report(let report): layoutPage(report, in: language)
        case .pipeline(let pipeline): pipelinePage(pipeline, in: language)
        }
    }
}
