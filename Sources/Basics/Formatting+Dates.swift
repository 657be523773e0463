extension Formatting {
    /// Writes a date in words: `31. oktober 2026` or `31 October 2026`.
    public func date(_ date: CalendarDate) -> String {
        let (year, month, day) = date.civil
        let dot = language == .danish ? "." : ""
        return "\(day)\(dot) \(monthName(month)) \(year)"
    }

    /// Writes a date in figures: `31-10-2026`, in both languages.
    public func shortDate(_ date: CalendarDate) -> String {
        let (year, month, day) = date.civil
        return [(day, 2), (month, 2), (year, 4)]
            .map { CalendarDate.padded($0.0, $0.1) }.joined(separator: "-")
    }

    /// Writes a month with its year: `oktober 2026`.
    public func month(_ month: Int, year: Int) -> String {
        "\(monthName(month)) \(year)"
    }

    /// Writes a month and year for an axis: `okt. 26` or `Oct 26`.
    public func shortMonth(_ month: Int, year: Int) -> String {
        let name = monthName(month)
        let short = name.count <= 4 && language == .danish ? name : String(name.prefix(3))
        let dot = language == .danish && short != name ? "." : ""
        return "\(short)\(dot) \(CalendarDate.padded(year % 100, 2))"
    }

    /// The name of a month, 1 to 12.
    public func monthName(_ month: Int) -> String {
        precondition((1...12).contains(month), "month \(month) of a year of 12")
        return (language == .danish ? danishMonths : englishMonths)[month - 1]
    }

    /// Chooses the wording for a count: one, or several (and none).
    public func plural(_ count: Int, one: LocalizedText, many: LocalizedText) -> String {
        (count == 1 ? one : many)[language]
    }
}

private let danishMonths = [
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
    "november", "december",
]

private let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]
