import Basics
import Model

/// A file below the input folder and the kind that its name says it is.
public struct FileMatch: Sendable, Hashable {
    /// The path below the input folder.
    public var name: String
    /// What the name says it is.
    public var kind: IntakeFile

    /// Finds what each file is by the patterns of a layout, in the byte order of the paths.
    ///
    /// Patterns match base names in any case. A file that two patterns match is an error and is
    /// left out; a CSV file that none matches, a warning; other files are passed over.
    public static func of(
        _ paths: [String], in layout: IntakeLayout
    ) -> (matches: [FileMatch], findings: [Finding]) {
        var matches: [FileMatch] = []
        var findings: [Finding] = []
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let base = path.split(separator: "/").last.map(String.init) ?? path
            let kinds = layout.files.filter { kind in
                kind.patterns.contains { ColumnName.matches(base, pattern: $0) }
            }
            if kinds.count == 1 {
                matches.append(FileMatch(name: path, kind: kinds[0]))
            } else if let problem = problem(path, base, kinds, layout) {
                findings.append(problem)
            }
        }
        return (matches, findings)
    }

    private static func problem(
        _ path: String, _ base: String, _ kinds: [IntakeFile], _ layout: IntakeLayout
    ) -> Finding? {
        if kinds.count > 1 {
            let names = kinds.map { "'\($0.name)'" }.joined(separator: " and ")
            return Finding(
                .fileMatchedTwice, .error, at: Place(path),
                "the patterns of \(names) both match this name; the file is refused",
                remedy: "rename the file, or narrow a pattern in intake '\(layout.name)'")
        }
        guard base.lowercased().hasSuffix(".csv") else { return nil }
        let stem = String(base.lowercased().dropLast(4))
        let hint = NearMiss.hint(stem, among: layout.files.map(\.name))
        return Finding(
            .fileUnmatched, .warning, at: Place(path),
            "no pattern of intake '\(layout.name)' matches this name\(hint); the file is not used")
    }
}
