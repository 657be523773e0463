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
        ISO8601DateFormatter().string(from: Date())
    }
}
