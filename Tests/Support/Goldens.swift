import Foundation

/// Compares a text with a file kept beside the tests.
///
/// `UPDATE_GOLDENS=1` rewrites the file and still fails, so that a recording never passes.
public enum Golden {
    /// The first difference between `text` and the golden at `path`, or nothing when they agree.
    public static func difference(_ text: String, at path: String) -> String? {
        let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
        if updates {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? text.write(toFile: path, atomically: true, encoding: .utf8)
            return "golden written to \(path); run again without UPDATE_GOLDENS"
        }
        guard let golden = try? String(contentsOfFile: path, encoding: .utf8) else {
            return "no golden at \(path); run once with UPDATE_GOLDENS=1 and read what it writes"
        }
        return firstDifference(golden, text)
    }

    private static func firstDifference(_ golden: String, _ text: String) -> String? {
        if golden == text { return nil }
        let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
            return "line \(number + 1):\n- \(pair.0)\n+ \(pair.1)"
        }
        return "the golden has \(old.count) lines, the text \(new.count)"
    }
}
