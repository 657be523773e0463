import Basics
import Model

/// Writes an intake for a file that none fits, for a person to correct and save.
enum IntakeProposal {
    /// The YAML of an intake with the one kind that fits best.
    ///
    /// Columns that are nearly known get the role of what they resemble; the rest is listed under
    /// `ignored`, where a person sees what would be left out.
    static func yaml(
        for fit: Inspection.Fit, of file: SourceFile, header: [String], delimiter: UInt8
    ) -> String {
        var lines = ["intake: my-export", "title: My export"]
        lines.append("delimiter: \"\(delimiter == 9 ? "tab" : String(UnicodeScalar(delimiter)))\"")
        lines.append("decimal-mark: \(file.layout.decimalMark.rawValue)")
        lines.append("dates: [\(file.layout.dates.map(\.rawValue).joined(separator: ", "))]")
        lines += ["files:", "  \(file.kind.name):", "    \(holding(file.kind))"]
        lines.append("    patterns: [\"*\(file.kind.name)*.csv\"]")
        lines.append("    columns:")
        lines += file.kind.columns.map { column(for: $0, header) }
        if !fit.unknown.isEmpty {
            lines.append("    # Say of each of these what it is, or leave it ignored.")
            lines.append("    ignored: [\(fit.unknown.map(quoted).joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func holding(_ kind: IntakeFile) -> String {
        switch kind.kind {
        case .assessments(let name): "instrument: \(name)"
        case .cases: "holds: cases"
        case .indicators: "holds: indicators"
        case .goals: "holds: goals"
        case .stories: "holds: stories"
        }
    }

    private static func column(for column: IntakeColumn, _ header: [String]) -> String {
        let keys = Set(column.names.map(ColumnName.key))
        let name =
            header.first { keys.contains(ColumnName.key($0)) }
            ?? column.names.lazy.compactMap { NearMiss.of($0, among: header) }.first
            ?? column.names[0]
        var parts = ["name: \(quoted(name))"]
        if column.isOptional { parts.append("optional: yes") }
        if column.isNeeded { parts.append("needed: yes") }
        return "      \(column.role.rawValue): {\(parts.joined(separator: ", "))}"
    }

    private static func quoted(_ text: String) -> String {
        let safe = CivilRegistrationNumber.masked(text).replacing("\\", with: "\\\\")
            .replacing("\"", with: "\\\"").filter { !$0.isNewline }
        return "\"\(safe)\""
    }
}
