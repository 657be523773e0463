import Basics
import Model
import ReportModel

/// How one scale moves from baseline over the horizons: the group's means, by informant.
struct TrajectorySection: Section {
    static let kind = "trajectory"
    static let settings = ["scale": [String]()]

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let name = request.setting("scale"), let named = request.context.scale(name) else {
            return []
        }
        let reading = TrajectoryReading(request, named)
        guard reading.hasFigures else { return [] }
        return [
            .heading(level: 3, Prose(request.context.title(ofScale: name, in: request.programme))),
            .chart(reading.chart),
        ]
    }
}
