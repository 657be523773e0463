import Basics
import Foundation
import Intake
import Loading
import Model
import Tables
import TestSupport

/// Instruments as their definitions describe their rows, without scales.
enum Samples {
    static func instrument(
        _ name: String, informants: [String] = [], about: FamilyRole = .child, unit: Int = 1,
        items: [Item], editions: [String]? = nil, forms: [Form] = []
    ) -> Instrument {
        Instrument(
            name: name, title: LocalizedText(same: name), licence: LocalizedText(same: "none"),
            informants: informants, about: about, answerUnit: unit, items: items,
            editions: (editions ?? [name]).map {
                Edition(name: $0, title: LocalizedText(same: $0), forms: forms)
            }, scales: [])
    }

    static func items(
        _ stem: String, _ count: Int, _ range: ClosedRange<Int16>, step: Int16 = 1,
        whenEmpty: Int16? = nil
    ) -> [Item] {
        (1...count).map {
            Item(
                name: stem + String($0), lowest: range.lowerBound, highest: range.upperBound,
                step: step, whenEmpty: whenEmpty)
        }
    }

    static let sdq = instrument(
        "sdq", informants: ["parent", "teacher", "self"],
        items: items("sdq", 25, 0...2) + items("imp", 8, 0...3) + sdqScores,
        forms: [Form(name: "4-17", ages: AgeRange(from: 4, through: 17, unit: .years))])
    /// Scores that a file may have instead of answers.
    private static let sdqScores = [
        "emotional", "conduct", "hyperactivity", "peer", "prosocial", "total", "impact",
    ].map { Item(name: "sdq_" + $0, lowest: 0, highest: $0 == "total" ? 40 : 10, isOptional: true) }
    static let fit = instrument(
        "fit", informants: ["mor", "far", "barn"], about: .parent, unit: 10,
        items: items("ors", 4, 0...100) + items("srs", 4, 0...100), editions: ["ors", "cors"])
    static let pss = instrument("pss", about: .parent, items: items("pss", 18, 1...5))
    static let who5 = instrument("who-5", about: .parent, items: items("who", 5, 0...5))
    static let wheel = instrument("wheel", about: .parent, items: items("w", 10, 0...10))
    static let asqse = instrument(
        "asq-se",
        items: items("q", 36, 0...10, step: 5) + items("c", 36, 0...1, whenEmpty: 0),
        editions: ["asq-se-2", "asq-se"])
    static let safety = instrument(
        "safety", informants: ["mor", "far"], about: .unknown,
        items: [Item(name: "scale", lowest: 0, highest: 10)])

    /// A shipped layout.
    static func layout(_ name: String) throws -> IntakeLayout {
        let path = Folders.package + "Pipelines/Intakes/\(name).yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let (layout, findings) = IntakeLayout.read(yaml: yaml, file: path)
        guard let layout else { throw Refusal(.definitions, findings) }
        return layout
    }

    static func kind(_ name: String, in layout: IntakeLayout) -> IntakeFile {
        layout.files.first { $0.name == name }!
    }

    static let caseRows = """
        case_id;municipality;team;programme;start_date;end_date
        S1;Thisted;Nord;kf;01-01-2024;
        S2;Thisted;Syd;kf;15-02-2024;01-02-2025
        S3;Morsø;Nord;kf;29-02-2024;
        """

    static func cases() throws -> CaseReception {
        CaseReception.read([try file("cases.csv", caseRows, kind: "cases")])
    }

    static func file(
        _ name: String, _ text: String, kind: String, layout: String = "standard"
    ) throws -> SourceFile {
        let layout = try self.layout(layout)
        return SourceFile(
            name: name, source: .text(text), kind: Samples.kind(kind, in: layout), layout: layout)
    }
}

/// The rows of one file, copied out of the batches that are lent.
struct TypedRows {
    struct Row: Equatable {
        var owner: Int
        var person: Int
        var date: String
        var informant: UInt8
        var line: Int
        var answers: [Int16?]
    }

    var rows: [Row] = []
    var births: [Int32] = []
    var sessions: [Int32] = []
    var weeks: [Int32] = []
    var intervals: [Int32] = []
    var editions: [UInt8] = []
    var hashes: [UInt64] = []
    var reception: FileReception

    static func read(
        _ file: SourceFile, _ instrument: Instrument, _ cases: CaseIndex
    ) -> TypedRows {
        let rows = RowSink()
        let reception = readAssessments(file, instrument: instrument, cases: cases) { batch in
            for row in 0..<batch.count { rows.add(batch, row) }
        }
        return rows.result(reception)
    }

    /// Reads canonical text of an instrument against the sample cases.
    static func read(
        _ text: String, kind: String, _ instrument: Instrument
    ) throws -> TypedRows {
        let cases = try Samples.cases()
        return read(
            try Samples.file("\(kind).csv", text, kind: kind), instrument, cases.index)
    }
}

private final class RowSink {
    private var pending: [(inout TypedRows) -> Void] = []

    func add(_ batch: AssessmentBatch, _ row: Int) {
        let answers = (0..<batch.itemCount).map { batch.answers[row * batch.itemCount + $0] }
        let copied = TypedRows.Row(
            owner: Int(batch.cases[row]), person: Int(batch.persons[row]),
            date: CalendarDate(days: batch.dates[row]).iso, informant: batch.informants[row],
            line: Int(batch.lines[row]),
            answers: answers.map { $0 == AssessmentBatch.missing ? nil : $0 })
        let (birth, session) = (batch.birthDates[row], batch.sessions[row])
        let (weeks, interval) = (batch.gestationWeeks[row], batch.intervals[row])
        let (edition, hash) = (batch.editions[row], batch.contentHashes[row])
        pending.append {
            $0.rows.append(copied)
            $0.births.append(birth)
            $0.sessions.append(session)
            $0.weeks.append(weeks)
            $0.intervals.append(interval)
            $0.editions.append(edition)
            $0.hashes.append(hash)
        }
    }

    func result(_ reception: FileReception) -> TypedRows {
        var result = TypedRows(reception: reception)
        for add in pending { add(&result) }
        return result
    }
}

extension FileReception {
    /// The findings as code and place, such as `cell-out-of-range 2:5`.
    var told: [String] {
        findings.items.map { finding in
            let place = [finding.place.line, finding.place.column].compactMap {
                $0.map(String.init)
            }
            return ([finding.code.id] + [place.joined(separator: ":")]).joined(separator: " ")
        }
    }
}
