import Foundation
import TestSupport

/// A row of numbers made elsewhere; the scripts that made them lie beside the files.
struct ReferenceRow {
    private let cells: [String: String]

    /// The rows of a file in `Tests/Reference/statistics`.
    static func all(in file: String) throws -> [ReferenceRow] {
        let path = Folders.package + "Tests/Reference/statistics/" + file
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let columns = lines[0].split(separator: ";").map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
                .map(String.init)
            return ReferenceRow(cells: Dictionary(uniqueKeysWithValues: zip(columns, cells)))
        }
    }

    func text(_ column: String) -> String { cells[column] ?? "no column \(column)" }
    func list(_ column: String) -> [String] {
        text(column).split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    func optional(_ column: String) -> Double? { Double(text(column)) }
    func number(_ column: String) -> Double { optional(column) ?? .nan }
    func numbers(_ column: String) -> [Double] { list(column).map { Double($0) ?? .nan } }
    func whole(_ column: String) -> Int { Int(text(column)) ?? -1 }
}

/// Whether a number agrees with the expected one, relative to its size or, near 0, absolutely.
func agrees(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let value else { return false }
    return abs(value - expected) <= tolerance * max(abs(expected), 1e-3)
}
