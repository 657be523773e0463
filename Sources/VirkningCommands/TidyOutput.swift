import ArgumentParser
import Basics
import Foundation

/// Rows under a header, written as a table, CSV, JSON or Markdown.
struct TidyOutput {
    /// The ways to write rows.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, markdown
    }

    var header: [String]
    var rows: [[String]]

    /// The text in a format, ending with a line feed.
    func text(_ format: Format) throws -> String {
        switch format {
        case .table: table
        case .csv: ([header] + rows).map { $0.map(quoted).joined(separator: ";") + "\n" }.joined()
        case .json: try json
        case .markdown: markdown
        }
    }

    private var widths: [Int] {
        header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
    }

    private var table: String {
        let widths = widths
        return ([header] + rows).map { row in
            let cells = zip(row, widths).enumerated().map { column, pair in
                aligned(pair.0, width: pair.1, isNumber: isNumeric(column))
            }
            return trimmed(cells.joined(separator: "  ")) + "\n"
        }.joined()
    }

    private var markdown: String {
        let widths = widths
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
        let dashes = zip(header.indices, widths).map { column, width in
            String(repeating: "-", count: max(3, width) - 1) + (isNumeric(column) ? ":" : "-")
        }
        let body = rows.map { row in
            zip(row, widths).enumerated().map { column, pair in
                aligned(
                    pair.0.replacingOccurrences(of: "|", with: "\\|"), width: max(3, pair.1),
                    isNumber: isNumeric(column))
            }
        }
        let head = zip(header, widths).enumerated().map { column, pair in
            aligned(pair.0, width: max(3, pair.1), isNumber: isNumeric(column))
        }
        return line(head) + "| " + dashes.joined(separator: " | ") + " |\n"
            + body.map(line).joined()
    }

    private var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.withoutEscapingSlashes]
            let objects = try rows.map { row in
                let pairs = try zip(header, row).map { key, value in
                    try "\(encoded(key, encoder)):\(jsonValue(value, encoder))"
                }
                return "{" + pairs.joined(separator: ",") + "}"
            }
            return "[" + objects.joined(separator: ",\n ") + "]\n"
        }
    }

    private func jsonValue(_ text: String, _ encoder: JSONEncoder) throws -> String {
        if text.isEmpty { return "null" }
        return isPlainNumber(text) ? text : try encoded(text, encoder)
    }

    private func encoded(_ text: String, _ encoder: JSONEncoder) throws -> String {
        String(decoding: try encoder.encode(text), as: UTF8.self)
    }

    private func quoted(_ cell: String) -> String {
        cell.contains(where: { ";\"\n\r".contains($0) })
            ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
    }

    /// Whether a column holds nothing but numbers.
    private func isNumeric(_ column: Int) -> Bool {
        let cells = rows.map { $0[column] }.filter { !$0.isEmpty && $0 != "*" && $0 != "-" }
        return !cells.isEmpty && cells.allSatisfy { isPlainNumber($0) || $0 == "hidden" }
    }

    /// Whether a text is a number as JSON writes it.
    private func isPlainNumber(_ text: String) -> Bool {
        let body = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
        } && (whole == "0" || !whole.hasPrefix("0"))
    }

    private func aligned(_ cell: String, width: Int, isNumber: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - cell.count))
        return isNumber ? space + cell : cell + space
    }

    private func trimmed(_ line: String) -> String {
        var line = Substring(line)
        while line.last == " " { line = line.dropLast() }
        return String(line)
    }
}
