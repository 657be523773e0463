import Basics
import Foundation
import Intake
import Loading
import Model
import Scoring

/// Scores rows as they come and writes each score as a line: a filter whose memory does not grow.
///
/// `write` is lent some kilobytes at a time. Rows are not compared with one another, and cases
/// need not be known.
///
/// - Throws: `Refusal` when a name is unknown, a definition wrong, or a file unreadable.
public func scoreRows(
    _ request: ScoreRequest, write: @escaping (UnsafeRawBufferPointer) -> Void
) throws -> Findings {
    let folder = DefinitionFolder.locate(option: request.definitions, beside: nil)
    try refuseMissing(folder)
    let root = folder.root
    let choice = try InstrumentChoice.named(request.instrument, in: root)
    let intake = try loadIntake(named: request.intake, in: root)
    let files = try request.files.map { try source($0, choice.instrument, intake) }
    try refuseUnknownBandSet(request.bandSet, choice)
    let pseudonyms = try request.key.map { try Pseudonyms.underKey(at: $0) }
    var findings = Findings()
    let writer = ScoreWriter(choice, request, pseudonyms, write)
    writer.writeHeader()
    for file in files {
        try score(file, choice, writer, &findings)
    }
    return findings
}

private func score(
    _ file: SourceFile, _ choice: InstrumentChoice, _ writer: ScoreWriter,
    _ findings: inout Findings
) throws {
    let filter = RowFilter(file.name, choice, writer)
    let reception = filterAssessments(file, instrument: choice.instrument) {
        filter.take($0, $1)
    }
    writer.flush()
    guard !reception.isUnreadable else {
        throw Refusal(.inputUnreadable, reception.findings.items)
    }
    findings.merge(reception.findings)
    filter.report(into: &findings)
}

/// A file as it is laid out in an intake, or standard input for `-`.
private func source(
    _ path: String, _ instrument: Instrument, _ intake: IntakeLayout
) throws -> SourceFile {
    let base = path.lastName
    let kinds = intake.files.filter { $0.kind == .assessments(instrument.name) }
    let fitting = FileMatch.of([base], in: intake).matches.map(\.kind)
    guard let kind = kinds.first(where: fitting.contains) ?? kinds.first else {
        throw Refusal(
            .usage,
            [
                Finding(
                    .optionWrong, .error, at: Place("virkning"),
                    "intake '\(intake.name)' has no files of instrument '\(instrument.name)'",
                    remedy: "name another intake with --intake")
            ])
    }
    if path == "-" {
        return SourceFile(name: "<stdin>", source: .standardInput, kind: kind, layout: intake)
    }
    try refuseUnreadable(path)
    return SourceFile(name: path, source: .file(path), kind: kind, layout: intake)
}

/// Refuses a file that cannot be opened, before anything is written.
func refuseUnreadable(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Refusal.inputUnreadable(path, ENOENT)
    }
    guard !isFolder.boolValue else { throw Refusal.inputUnreadable(path, EISDIR) }
    guard access(path, R_OK) == 0 else { throw Refusal.inputUnreadable(path, errno) }
    // A file is gone through more than once; what a pipe has given is gone.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw Refusal(
            .inputUnreadable,
            [
                Finding(
                    .inputUnreadable, .error, at: Place(path), "is a pipe or a device, not a file",
                    remedy: "write it to a file, or give it to score as standard input: -")
            ])
    }
}

private func refuseUnknownBandSet(_ name: String?, _ choice: InstrumentChoice) throws {
    guard let name else { return }
    let scales = zip(choice.instrument.scales, choice.scales).filter(\.1).map(\.0)
    let known = Set(scales.flatMap { $0.bandSets.map(\.name) }).sorted()
    guard known.contains(name) else { throw Refusal.unknownName("band set", name, among: known) }
}

/// Reads an intake; refuses an unknown name as wrong usage.
func loadIntake(named name: String, in root: String) throws -> IntakeLayout {
    let folder = DefinitionFolder(root: root)
    let names = folder.names(.intakes)
    guard names.contains(name) else { throw Refusal.unknownName("intake", name, among: names) }
    let intake = folder.load(.intakes, name) { loadIntake(yaml: $0, path: $1) }
    try folder.refuseIfWrong()
    guard let intake else { throw Refusal(.definitions, folder.findings) }
    return intake
}
