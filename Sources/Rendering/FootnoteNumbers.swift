import ReportModel

/// The numbers of a report's footnotes, in the order in which they are defined.
struct FootnoteNumbers {
    let footnotes: [Footnote]
    private let numbers: [String: Int]

    init(_ report: Report) {
        footnotes = report.footnotes
        numbers = Dictionary(
            uniqueKeysWithValues: footnotes.enumerated().map { ($1.name, $0 + 1) })
    }

    /// The number of a footnote; a mark without its footnote is a mistake of a section.
    func number(of name: String) -> Int {
        guard let number = numbers[name] else {
            preconditionFailure("no footnote '\(name)' among \(footnotes.map(\.name))")
        }
        return number
    }
}
