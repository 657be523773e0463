import Basics
import Model

/// A file below the input folder and the kind that its name says it is.
public struct FileMatch: Sendable, Hashable {
    /// The path below the input folder.
    public var name: String
    /// What the name says it is.
    public var kind: IntakeFile
    /// The path as it may be shown, see `ShownFileNames`.
    public var shownPath: String

    /// Makes a match of a file whose path may be shown.
    public init(name: String, kind: IntakeFile, shownPath: String? = nil) {
        self.name = name
        self.kind = kind
        self.shownPath = shownPath ?? ShownFileNames.shown(name)
    }

    /// The path as findings show it: with the sheet, where the kind names one of a workbook.
    public var shownName: String {
        guard FileName.isSpreadsheet(name) else { return shownPath }
        switch kind.sheet {
        case .named(let sheet): return "\(shownPath)[\(sheet)]"
        case .position(let position): return "\(shownPath)[\(position)]"
        case nil: return shownPath
        }
    }

    /// Finds what each file is by the patterns of a layout, in the byte order of the paths.
    ///
    /// Patterns match base names in any case, and paths where they hold a slash; one that ends in
    /// `.csv` matches spreadsheets too. A file that two patterns match is an error and is left
    /// out, but for a workbook of which each reads another sheet. A CSV file or a spreadsheet that
    /// none matches is a warning; other files are passed over.
    public static func of(
        _ paths: [String], in layout: IntakeLayout
    ) -> (matches: [FileMatch], findings: [Finding]) {
        var matches: [FileMatch] = []
        var findings: [Finding] = []
        let beside = Set(answerTexts(paths, in: layout))
        let shown = ShownFileNames(paths)
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            if isPassedOver(path, layout) || beside.contains(path) { continue }
            let kinds = layout.files.filter { kind in
                kind.patterns.contains { FileName.matches(path, pattern: $0) }
            }
            if kinds.count == 1 || readsDifferentSheets(path, kinds) {
                matches += kinds.map {
                    FileMatch(name: path, kind: $0, shownPath: shown.of(path))
                }
            } else if let problem = problem(path, shown.of(path), kinds, layout) {
                findings.append(problem)
            }
        }
        return (matches, findings)
    }

    /// The files of answer texts, which are read with the data beside them.
    public static func answerTexts(_ paths: [String], in layout: IntakeLayout) -> [String] {
        let patterns = layout.files.flatMap { $0.answerTexts?.files ?? [] }
            .map { $0.replacing("{name}", with: "*") }
        return paths.filter { path in
            patterns.contains { FileName.matches(path, pattern: $0) }
        }
    }

    /// Whether the layout ignores a file, or a spreadsheet program says by it that somebody has
    /// another open.
    public static func isPassedOver(_ path: String, _ layout: IntakeLayout) -> Bool {
        FileName.base(path).hasPrefix("~$")
            || layout.ignored.contains { FileName.matches(path, pattern: $0) }
    }

    private static func readsDifferentSheets(_ path: String, _ kinds: [IntakeFile]) -> Bool {
        let sheets = kinds.compactMap(\.sheet)
        return kinds.count > 1 && FileName.isSpreadsheet(path) && sheets.count == kinds.count
            && Set(sheets).count == sheets.count
    }

    private static func problem(
        _ path: String, _ shown: String, _ kinds: [IntakeFile], _ layout: IntakeLayout
    ) -> Finding? {
        if kinds.count > 1 {
            let names = kinds.map { "'\($0.name)'" }.joined(separator: " and ")
            return Finding(
                .fileMatchedTwice, .error, at: Place(shown),
                "the patterns of \(names) both match this name; the file is refused",
                remedy: "rename the file, or narrow a pattern in intake '\(layout.name)'")
        }
        guard let stem = FileName.tableStem(path) else { return nil }
        let hint = NearMiss.hint(stem.lowercased(), among: layout.files.map(\.name))
        return Finding(
            .fileUnmatched, .warning, at: Place(shown),
            "no pattern of intake '\(layout.name)' matches this name\(hint); the file is not used")
    }
}

/// Names of files, as far as intakes look at them.
public enum FileName {
    /// Endings of spreadsheets; those that cannot be read are refused with a word on why.
    private static let spreadsheets = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"]

    /// The last part of a path.
    static func base(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Whether a name is a spreadsheet's.
    static func isSpreadsheet(_ path: String) -> Bool {
        spreadsheets.contains { path.lowercased().hasSuffix($0) }
    }

    /// Whether a name is that of a CSV file or a spreadsheet.
    public static func isTable(_ path: String) -> Bool { tableStem(path) != nil }

    /// The base name without its ending, where that is a CSV file's or a spreadsheet's.
    static func tableStem(_ path: String) -> String? {
        let base = base(path)
        let ending = ([".csv"] + spreadsheets).first { base.lowercased().hasSuffix($0) }
        return ending.map { String(base.dropLast($0.count)) }
    }

    /// Whether a path fits a pattern, which ends in `.csv` for spreadsheets too.
    static func matches(_ path: String, pattern: String) -> Bool {
        let name = pattern.contains("/") ? path : base(path)
        if ColumnName.matches(name, pattern: pattern) { return true }
        guard isSpreadsheet(path), let stem = tableStem(path) else { return false }
        let folder = name.dropLast(base(path).count)
        return ColumnName.matches(folder + stem + ".csv", pattern: pattern)
    }
}
