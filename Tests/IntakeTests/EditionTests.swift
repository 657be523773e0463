import Intake
import Loading
import Model
import TestSupport
import Testing

/// What an edition goes by in the data.
@Suite struct EditionTests {
    @Test func otherNamesOfAnEditionMeanIt() throws {
        let path = Folders.package + "Pipelines/Instruments/fit.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let fit = try #require(loadInstrument(yaml: yaml, path: path).value)
        let names = ["ors", "SRS", "cors", "csrs", "CORS/CSRS", "gsrs", "ORS", "xyz"]
        let rows = names.enumerated().map {
            "S1;P1;mor;\($0.offset);01-02-2024;\($0.element);1;1;1;1\n"
        }
        let read = try TypedRows.read(
            "case_id;respondent_id;role;session_no;date;form;ors1;ors2;ors3;ors4\n"
                + rows.joined(), kind: "fit", fit)
        #expect(fit.editions.map(\.name) == ["ors", "cors", "gsrs"])
        #expect(read.editions == [0, 0, 1, 1, 1, 2, 0, AssessmentBatch.noCode])
        #expect(
            read.reception.told.filter { $0.hasPrefix("cell") } == ["cell-code-unknown 9:6"])
    }

    /// The codes of a public sample file of the Australian data set, and the versions' names.
    @Test func versionsOfTheSDQThatScoreAlikeAreOneEdition() throws {
        let path = Folders.package + "Pipelines/Instruments/sdq.yaml"
        let yaml = try String(contentsOfFile: path, encoding: .utf8)
        let sdq = try #require(loadInstrument(yaml: yaml, path: path).value)
        let names = ["P4-17", "T4-10", "S11-17", "opfølgning", "follow-up", "PC201", "YR101"]
        let rows = names.enumerated().map {
            "S1;B\($0.offset);parent;01-02-2015;01-02-2024;\($0.element);1\n"
        }
        let read = try TypedRows.read(
            "case_id;child_id;informant;birth_date;date;form;sdq1\n" + rows.joined(), kind: "sdq",
            sdq)
        #expect(read.editions == [UInt8](repeating: 0, count: names.count))
    }
}
