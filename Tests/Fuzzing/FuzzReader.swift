import Foundation
import Intake
import Loading
import Model
import Scoring
import Tables

/// What a file is read as: its first byte chooses. `Tests/Fuzzing/run` makes seeds by these letters.
private let kinds: [(letter: Character, layout: String, kind: String)] = [
    ("a", "standard", "cases"), ("b", "standard", "fit"), ("c", "standard", "sdq"),
    ("d", "standard", "wheel"), ("e", "standard", "indicators"), ("f", "standard", "goals"),
    ("g", "standard", "stories"), ("h", "excel-da", "sdq"), ("i", "openfit", "fit"),
    ("j", "pmhc", "sdq"), ("k", "qualtrics", "sdq"), ("l", "redcap", "sdq"),
    ("m", "surveyxact", "sdq"), ("n", "standard", "asqse"),
]

private let shipped = Shipped()
private let level = ProcessInfo.processInfo.environment["FUZZ_LEVEL"] ?? "files"

/// The entry that the fuzzer calls for every input; a broken promise stops the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    switch level {
    case "records": readRecords(input[...])
    case "inspect": shipped.inspect(input)
    default:
        let kind = kinds[(Int(input[0]) + 8 * kinds.count - Int(UInt8(ascii: "a"))) % kinds.count]
        shipped.read(Array(input.dropFirst()), as: kind.layout, kind.kind)
    }
    return 0
}

/// Stops with the promise that was broken; a release build says nothing of a precondition.
func promise(_ isKept: Bool, _ what: String) {
    if !isKept { fatalError("broken: \(what)") }
}

/// The shipped layouts and instruments, and three cases.
private final class Shipped: Sendable {
    private let layouts: [String: IntakeLayout]
    private let instruments: [String: Instrument]
    private let cases: CaseIndex
    private static let pseudonyms = Pseudonyms(key: [UInt8](repeating: 7, count: 32))

    init() {
        let folder = ProcessInfo.processInfo.environment["VIRKNING_DEFINITIONS"] ?? "Pipelines"
        layouts = Shipped.load(folder + "/Intakes") { loadIntake(yaml: $0, path: $1) }
        instruments = Shipped.load(folder + "/Instruments") { loadInstrument(yaml: $0, path: $1) }
        let rows = """
            case_id;municipality;team;programme;start_date;end_date
            S1;Thisted;Nord;kf;01-01-2024;
            S2;Thisted;Syd;kf;15-02-2024;
            S3;Morsø;Nord;kf;29-02-2024;
            """
        var withdrawn = Withdrawals()
        if let list = try? Withdrawals.read(.text("case_id;person_id\nS3;B3\n"), name: "list") {
            withdrawn = list
        }
        let file = Shipped.file(Array(rows.utf8), layouts["standard"], "cases")
        cases = CaseReception.read([file], without: withdrawn).index
        promise(cases.count == 3, "the definitions in '\(folder)' can be read")
    }

    private static func load<Value>(
        _ folder: String, _ read: (String, String) -> Loaded<Value>
    ) -> [String: Value] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.reduce(into: [:]) { values, name in
            let path = folder + "/" + name
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
            values[String(name.dropLast(5))] = read(text, path).value
        }
    }

    private static func file(
        _ bytes: [UInt8], _ layout: IntakeLayout?, _ kind: String
    ) -> SourceFile {
        guard let layout, let found = layout.files.first(where: { $0.name == kind }) else {
            fatalError("there is no kind '\(kind)'")
        }
        return SourceFile(name: kind + ".csv", source: .bytes(bytes), kind: found, layout: layout)
    }

    /// Looks at a file as `inspect` does.
    func inspect(_ bytes: [UInt8]) {
        let inspection = try? Inspection.of(
            .bytes(bytes), name: "file.csv",
            layouts: layouts.sorted { $0.key < $1.key }.map(\.value),
            instruments: instruments.sorted { $0.key < $1.key }.map(\.value))
        promise(inspection != nil, "bytes can be read")
        if let reception = inspection?.reception {
            promise(reception.counts.addUp, "every row is used, rejected or a duplicate")
        }
    }

    /// Reads a file as a run does, scores it, and writes what was not used.
    func read(_ bytes: [UInt8], as layout: String, _ kind: String) {
        let file = Shipped.file(bytes, layouts[layout], kind)
        let (reception, kept) = receive(file)
        let counts = reception.counts
        promise(counts.addUp, "every row is used, rejected or a duplicate")
        promise(!reception.isUnreadable, "bytes can be read")
        promise(!reception.isRefused || counts.rows == 0, "a refused file has no rows")
        // A row may hold several forms, or a form several rows; and no form without a row.
        promise(kept <= counts.used || reception.eventCount > 0, "every form kept is of a row")
        promise(counts.used == 0 || kept > 0, "what is used is kept")
        let rejected = reception.rejections.countsByCode.filter(\.code.isRow)
        promise(
            rejected.reduce(0) { $0 + $1.count } == counts.rejected,
            "every rejected row has a reason")
        var size = 0
        writeRejected([reception], pseudonyms: Shipped.pseudonyms, language: .danish) {
            size += $0.count
        }
        promise(size > 0, "rejected rows have a header")
    }

    private func receive(_ file: SourceFile) -> (FileReception, kept: Int) {
        switch file.kind.kind {
        case .cases:
            let read = CaseReception.read([file])
            return (read.files[0], read.cases.count)
        case .goals:
            let read = GoalReception.read([file], cases: cases)
            return (read.files[0], read.goals.count)
        case .indicators:
            let read = IndicatorReception.read([file], cases: cases)
            return (read.files[0], read.indicators.count)
        case .stories:
            let read = StoryReception.read([file], cases: cases)
            return (read.files[0], read.stories.count)
        case .assessments(let name): return score(file, instruments[name])
        }
    }

    private func score(_ file: SourceFile, _ instrument: Instrument?) -> (FileReception, Int) {
        guard let instrument else { fatalError("\(file.name) has no instrument") }
        var table = ScoredAssessments(
            instrument: instrument.name, scaleCount: instrument.scales.count)
        var tally = ScoringTally(scaleCount: instrument.scales.count)
        let reception = readAssessments(file, instrument: instrument, cases: cases) { batch in
            Scorer(instrument, present: batch.presentItems)
                .score(batch, file: 0, into: &table, tally: &tally)
        }
        for row in 0..<table.count {
            for (index, scale) in instrument.scales.enumerated() {
                guard let score = table.score(row: row, scale: index) else { continue }
                promise(
                    score >= scale.lowest && score <= scale.highest, "a score is in its range")
            }
        }
        return (reception, table.count)
    }
}
