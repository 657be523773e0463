import Foundation

/// Names and stories as an attacker would write them, for exports of a whole run.
enum HostileText {
    static let all = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style></title></svg>",
        "' onmouseover='alert(1)", "&lt;b&gt; &#60;", "]]> <!-- -->", "a | b | c",
        "`code` [x](javascript:alert(1)) ![x](http://x/y.png)", "**strong** _it_ ~~gone~~ [^1]",
        "# heading", "- item", "> quote", "=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)",
        "\t=1+1", "\r=1+1", "=HYPERLINK(\"https://evil.example\")", "'=1+1",
        "line\nbreak\r\n# heading\n| a | b |\n|---|---|", "https://evil.example",
        "abc\u{202E}cba\u{202C} \u{2066}x\u{2069} \u{200F}", "bell \u{7} escape \u{1B}[31m",
        "tag \u{E0041} bom \u{FEFF} zero\u{200B}width", "\\\\ \\` \\|", "team 010203-1234 her",
        "semi;colon", "quote\"quote", String(repeating: "æ", count: 100_000),
        String(repeating: "=x ", count: 33_000),
    ]

    /// A text as a field of a CSV file.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

extension Exports {
    /// Writes hostile text into every field of the exports that takes a name or prose: one text
    /// for each family, in its municipality and its team, its reason for ending, its phase, its
    /// stories and comments and the identifiers of its goals.
    func makeHostile() throws {
        try replace(["municipality", "team", "end_reason", "phase"], in: "cases.csv")
        try replace(["story"], in: "stories.csv")
        try replace(["comment"], in: "wheel.csv")
        try replace(["goal_id"], in: "goals.csv")
        try replace(["indicator"], in: "indicators.csv", every: 50)
        try replace(["role"], in: "fit.csv", every: 50)
        try replace(["reason"], in: "goals.csv")
    }

    /// Puts the family's text into the cells of these columns, in every `every`th row.
    private func replace(_ columns: [String], in file: String, every: Int = 1) throws {
        let rows = try lines(file)
        let header = rows[0].split(separator: ";").map(String.init)
        let places = columns.compactMap(header.firstIndex)
        let written = rows.dropFirst().enumerated().map { number, row -> String in
            guard number % every == 0 else { return row }
            var cells = Exports.cells(of: row)
            let text = HostileText.all[Exports.family(cells[0]) % HostileText.all.count]
            for place in places { cells[place] = HostileText.quoted(text) }
            return cells.joined(separator: ";")
        }
        try write([rows[0]] + written, to: file)
    }

    /// The number in an identifier such as `F00012`, so that three families share a text.
    private static func family(_ identifier: String) -> Int {
        (Int(identifier.filter(\.isNumber)) ?? 0) / 3
    }

    /// The raw cells of a row; quotes and what is in them stay as they are.
    private static func cells(of row: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in row {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
