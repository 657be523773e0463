import Basics
import Foundation

/// How the last attempt ended: the one file with a clock.
struct Status: Codable {
    var attemptedAt: String
    var exitStatus: Int32
    /// One sentence: what was published, or why not.
    var summary: String
    var period: String?
    var counts: [String: Int]

    /// The status of a run that published.
    init(_ result: RunResult, period: String) {
        attemptedAt = Status.now()
        exitStatus = 0
        summary = result.summary
        self.period = period
        counts = [
            "errors": result.findings.total(.error), "warnings": result.findings.total(.warning),
            "notes": result.findings.total(.note),
        ]
    }

    /// The status of a run that did not take place.
    init(_ refusal: Refusal) {
        attemptedAt = Status.now()
        exitStatus = refusal.reason.rawValue
        let line = refusal.findings.first?.line ?? "the run did not take place"
        summary = Shape.printable(CivilRegistrationNumber.masked(line))
        period = nil
        counts = ["errors": refusal.findings.count]
    }

    /// Writes `status.json` in a pipeline's folder; what cannot be written is not worth a failure.
    func write(in folder: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return }
        let scratch = folder + "/.status.scratch"
        guard FileManager.default.createFile(atPath: scratch, contents: data + [10]) else { return }
        rename(scratch, folder + "/status.json")
    }

    /// The present moment in UTC, as ISO 8601.
    static func now() -> String {
        let seconds = Int(Date().timeIntervalSince1970)
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60]
            .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(CalendarDate(days: Int32(days)).iso)T\(clock)Z"
    }
}
