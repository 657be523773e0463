import Basics
import Foundation

/// The link from a pipeline's folder to its newest good period.
enum Latest {
    /// Points `latest` at `period`, unless it already names a later one; never moves back.
    static func move(to period: String, in folder: String) throws {
        let link = folder + "/latest"
        if let current = try? FileManager.default.destinationOfSymbolicLink(atPath: link),
            current > period, FileManager.default.fileExists(atPath: folder + "/" + current)
        {
            return
        }
        let scratch = folder + "/.latest.scratch"
        unlink(scratch)
        guard symlink(period, scratch) == 0, rename(scratch, link) == 0 else {
            throw Refusal.outputNotWritable(link, errno)
        }
    }
}
