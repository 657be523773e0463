import Basics
import Foundation
import Intake
import Loading
import Model
import Scoring
import TestSupport
import Testing

/// A file that is in order before it is damaged.
enum DamagedOriginal: String, CaseIterable {
    case quoted, plain, cases, goals, indicators, stories
    case excel = "excel-da"
    case surveyxact, redcap, qualtrics

    static let rowsOfWheel = 24

    /// The kind of file in its layout.
    var kind: String {
        switch self {
        case .quoted, .plain: "wheel"
        case .cases, .goals, .indicators, .stories: rawValue
        case .excel, .surveyxact, .redcap, .qualtrics: "sdq"
        }
    }

    var layout: String { kind == "sdq" ? rawValue : "standard" }

    func bytes() throws -> [UInt8] {
        switch self {
        case .quoted: Array(Self.wheel(isQuoted: true).utf8)
        case .plain: Array(Self.wheel(isQuoted: false).utf8)
        case .cases: Array(Samples.caseRows.utf8)
        case .goals:
            Array(
                Self.table("case_id;goal_id;set_date;due_date;status_date;status") {
                    "S\($0 % 3 + 1);G\($0);0\($0 % 9 + 1)-03-2024;;15-04-2024;reached"
                }.utf8)
        case .indicators:
            Array(
                Self.table("case_id;person_id;date;indicator;value") {
                    "S\($0 % 3 + 1);P\($0);0\($0 % 9 + 1)-03-2024;absence-hours;\($0),5"
                }.utf8)
        case .stories:
            Array(
                Self.table("case_id;date;story") {
                    "S\($0 % 3 + 1);0\($0 % 9 + 1)-03-2024;\"Dag \($0); \"\"åben\"\"\nog nat\""
                }.utf8)
        case .excel, .surveyxact, .redcap, .qualtrics:
            Array(
                try Data(
                    contentsOf: URL(
                        filePath: Folders.package + "Tests/Awkward/\(rawValue)-sdq.csv")))
        }
    }

    /// How many rows and blank ones there are below the header by the lines alone; nothing where a
    /// quote or a wide encoding makes lines and rows two things.
    func lines(of damaged: [UInt8]) -> Int? {
        guard self == .plain || self == .goals || self == .indicators,
            !damaged.contains(UInt8(ascii: "\"")), !damaged.starts(with: [0xFF, 0xFE]),
            !damaged.starts(with: [0xFE, 0xFF])
        else { return nil }
        let start = damaged.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = damaged[start...].split { $0 == 10 || $0 == 13 }
        let titles = lines.prefix { !$0.contains(UInt8(ascii: ";")) }
        return lines.count - titles.count - 1
    }

    private static func table(_ header: String, _ row: (Int) -> String) -> String {
        ([header] + (1...12).map(row)).joined(separator: "\n") + "\n"
    }

    /// Rows of the wheel, some with quoted comments over two lines.
    private static func wheel(isQuoted: Bool) -> String {
        var text = "case_id;respondent_id;date;" + (1...10).map { "w\($0)" }.joined(separator: ";")
        text += ";comment\n"
        for row in 1...rowsOfWheel {
            let answers = (0..<10).map { String(($0 * row) % 11) }.joined(separator: ";")
            let day = row % 28 + 1
            let date = (day < 10 ? "0" : "") + "\(day)-03-2024"
            let comment = isQuoted && row % 3 == 0 ? "\"en; \"\"to\"\"\ntre\"" : "åben"
            text += "S\(row % 3 + 1);P\(row);\(date);\(answers);\(comment)\n"
        }
        return text
    }
}

/// Reads a damaged file as a run does, and scores what there is to score.
struct DamagedReading {
    private let original: DamagedOriginal
    private let layout: IntakeLayout
    private let cases: CaseIndex
    private let instrument: Instrument?

    init(_ original: DamagedOriginal) throws {
        self.original = original
        layout = try Samples.layout(original.layout)
        cases = try Samples.cases().index
        guard case .assessments(let name) = Samples.kind(original.kind, in: layout).kind else {
            instrument = nil
            return
        }
        let path = Folders.package + "Pipelines/Instruments/\(name).yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let loaded: Instrument = try #require(loadInstrument(yaml: yaml, path: path).value)
        instrument = loaded
    }

    /// What became of the file, and how many rows were scored or kept.
    func read(_ bytes: [UInt8]) -> (reception: FileReception, kept: Int) {
        let file = SourceFile(
            name: "\(original.kind).csv", source: .bytes(bytes),
            kind: Samples.kind(original.kind, in: layout), layout: layout)
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
        case .assessments: return score(file)
        }
    }

    private func score(_ file: SourceFile) -> (FileReception, Int) {
        guard let instrument else { preconditionFailure("\(file.name) has no instrument") }
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
                #expect((scale.lowest...scale.highest).contains(score))
            }
        }
        return (reception, table.count)
    }
}
