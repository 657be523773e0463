import Basics
import Intake
import Model
import Tables
import Testing

/// Several measurements a row.
@Suite struct EventTests {
    /// A layout of WHO-5 with some measurements, and its rows.
    private static func read(
        _ events: EventColumns, _ text: String,
        informants: [String] = [], _ change: (inout IntakeFile) -> Void = { _ in }
    ) throws -> TypedRows {
        var layout = try Samples.layout("standard")
        layout.delimiter = .automatic
        var kind = Samples.kind("who5", in: layout)
        kind.events = events
        change(&kind)
        let file = SourceFile(
            name: "who5.csv", source: .text(text), kind: kind, layout: layout)
        var instrument = Samples.who5
        instrument.informants = informants
        return TypedRows.read(file, instrument, try Samples.cases().index)
    }

    private static let twice = EventColumns(names: ["pre", "post"], patterns: ["{column}.{event}"])
    private static let header =
        "case_id;person_id;date.pre;who1.pre;who2.pre;who3.pre;who4.pre;who5.pre;"
        + "date.post;who1.post;who2.post;who3.post;who4.post;who5.post\n"

    @Test func eachMeasurementWithAnAnswerIsAForm() throws {
        let read = try Self.read(
            Self.twice,
            Self.header + "S1;P1;01-02-2024;1;2;3;4;5;01-05-2024;5;;;;\n"
                + "S2;P2;;;;;;;02-05-2024;0;0;0;0;0\n" + "S3;P3;03-02-2024;;;;;;;;;;;\n")
        #expect(read.rows.map(\.date) == ["2024-02-01", "2024-05-01", "2024-05-02"])
        #expect(
            read.rows.map(\.answers) == [
                [1, 2, 3, 4, 5], [5, nil, nil, nil, nil], [0, 0, 0, 0, 0],
            ])
        #expect(read.rows.map(\.line) == [2, 2, 3])
        #expect(read.reception.counts.rows == 3)
        #expect(read.reception.counts.blank == 1)
        #expect(read.reception.counts.addUp)
        #expect(read.reception.findings.isEmpty)
    }

    @Test func aMeasurementWithoutADateIsRejectedAtItsColumn() throws {
        let read = try Self.read(
            Self.twice, Self.header + "S1;P1;01-02-2024;1;2;3;4;9;;1;1;1;1;1\n")
        #expect(read.rows.map(\.answers) == [[1, 2, 3, 4, nil]])
        #expect(read.reception.told == ["cell-out-of-range 2:8", "row-date-unusable 2:9"])
        #expect(read.reception.counts.rejected == 1)
        #expect(read.reception.counts.addUp)
    }

    @Test func answersOfNoMeasurementRefuseTheFile() throws {
        let read = try Self.read(
            Self.twice,
            "case_id;person_id;date;who1;who2;who3;who4;who5\nS1;P1;01-02-2024;1;1;1;1;1\n")
        #expect(read.reception.isRefused)
        #expect(read.reception.told.first == "file-column-unknown 1:4")
    }

    @Test func measurementsOfOneDayAreToldApartByWhoAnswered() throws {
        let header = "case_id;person_id;date;m_who1;m_who2;f_who1;f_who2\n"
        let row = "S1;P1;01-02-2024;1;2;3;4\n"
        var events = EventColumns(names: ["m", "f"], patterns: ["{event}_{column}"])
        let blurred = try Self.read(events, header + row, informants: ["mor", "far"])
        #expect(blurred.reception.isRefused)
        #expect(blurred.reception.told.contains("file-column-missing 1"))
        events.informants = ["m": "mor", "f": "far"]
        let read = try Self.read(events, header + row, informants: ["mor", "far"])
        #expect(read.rows.map(\.informant) == [0, 1])
        #expect(read.rows.map { $0.answers.prefix(2) } == [[1, 2], [3, 4]])
        events.informants = ["m": "mor", "f": "farr"]
        let unknown = try Self.read(events, header + row, informants: ["mor", "far"])
        #expect(
            unknown.reception.findings.items.contains {
                $0.summary.hasSuffix("the file is refused; did you mean 'far'?")
            })
    }

    @Test func identifiersOfAMeasurementAreNotKept() throws {
        let read = try Self.read(
            Self.twice,
            "case_id;person_id.pre;date.pre;who1.pre\n" + "S1;Secret;31-02-2024;1\n")
        #expect(read.reception.counts.rejected == 1)
        var written: [UInt8] = []
        writeRejected(
            [read.reception], pseudonyms: Pseudonyms(key: [UInt8](repeating: 1, count: 32)),
            language: .english
        ) { written += $0 }
        #expect(!String(decoding: written, as: UTF8.self).contains("Secret"))
    }
}
