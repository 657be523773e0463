import Basics
import Foundation
import Loading
import Model

/// The kinds of definition as they are asked for.
public enum ListedKind: String, Sendable, CaseIterable {
    case instruments, intakes, programmes, budgets, reports, pipelines

    var folder: DefinitionFolder.Kind {
        switch self {
        case .instruments: .instruments
        case .intakes: .intakes
        case .programmes: .programmes
        case .budgets: .budgets
        case .reports: .reports
        case .pipelines: .pipelines
        }
    }
}

/// Lists the definitions of a kind as rows of name and title, with a header.
///
/// - Throws: `Refusal` when the kind is unknown or a definition is wrong.
public func listDefinitions(
    kind name: String, language: Language, definitions: String?
) throws -> [[String]] {
    let known = ListedKind.allCases.map(\.rawValue)
    guard let kind = ListedKind.allCases.first(where: { $0.rawValue == name || $0.one == name })
    else { throw Refusal.unknownName("kind", name, among: known) }
    let folder = DefinitionFolder.locate(option: definitions, beside: nil)
    try refuseMissing(folder)
    let rows = folder.names(kind.folder).map { name in
        let title = definition(kind, name, in: folder)?.title[language] ?? ""
        return [name, title]
    }
    try folder.refuseIfWrong()
    return [language == .danish ? ["navn", "titel"] : ["name", "title"]] + rows
}

/// Refuses a folder of definitions that is not there.
func refuseMissing(_ folder: DefinitionFolder) throws {
    guard !FileManager.default.fileExists(atPath: folder.root) else { return }
    throw Refusal(
        .definitions,
        [
            Finding(
                .definitionMissing, .error, at: Place(folder.root),
                "there is no such folder of definitions",
                remedy: "name it with --definitions or VIRKNING_DEFINITIONS")
        ])
}

extension ListedKind {
    /// The kind in the singular.
    var one: String { String(rawValue.dropLast()) }
}

/// A definition of any kind.
enum AnyDefinition {
    case instrument(Instrument)
    case intake(IntakeLayout)
    case programme(Programme)
    case budget(Budget)
    case report(ReportLayout)
    case pipeline(Pipeline)

    var title: LocalizedText {
        switch self {
        case .instrument(let instrument): instrument.title
        case .intake(let intake): intake.title
        case .programme(let programme): programme.title
        case .budget(let budget): budget.title
        case .report(let report): report.title
        case .pipeline(let pipeline): pipeline.title
        }
    }
}

/// Reads one definition; what is wrong with it is added to the folder's findings.
func definition(
    _ kind: ListedKind, _ name: String, in folder: DefinitionFolder
) -> AnyDefinition? {
    switch kind {
    case .instruments:
        folder.load(.instruments, name) { loadInstrument(yaml: $0, path: $1) }
            .map(AnyDefinition.instrument)
    case .intakes:
        folder.load(.intakes, name) { loadIntake(yaml: $0, path: $1) }.map(AnyDefinition.intake)
    case .programmes:
        folder.load(.programmes, name) { loadProgramme(yaml: $0, path: $1) }
            .map(AnyDefinition.programme)
    case .budgets: folder.loadBudgets([name]).first.map(AnyDefinition.budget)
    case .reports:
        folder.load(.reports, name) { loadReportLayout(yaml: $0, path: $1) }
            .map(AnyDefinition.report)
    case .pipelines:
        folder.load(.pipelines, name) { loadPipeline(yaml: $0, path: $1) }
            .map(AnyDefinition.pipeline)
    }
}
