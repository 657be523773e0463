import Basics
import ReportModel
import Testing

/// What a section must never write; exit tests run the mistake in a process of its own.
@Suite struct PreconditionTests {
    @Test func aRowOfAnotherWidthStops() async {
        await #expect(processExitsWith: .failure) {
            _ = Table("T", columns: [.rowHeader("A")], rows: [["1", "2"]])
        }
    }

    @Test func aChartWithoutADescriptionStops() async {
        await #expect(processExitsWith: .failure) {
            _ = Chart(
                "x", title: "X", description: "",
                .cumulativeNet(CumulativeNet(years: [], axis: Axis("kr."))))
        }
    }

    @Test func aSeriesThatMissesAPositionStops() async {
        await #expect(processExitsWith: .failure) {
            _ = Trajectory(
                positions: [.init("a", at: 0), .init("b", at: 1)],
                series: [.init("s", [Estimate(.score(1))])], valueAxis: Axis("y"))
        }
    }
}
