import Basics
import Model
import ReportModel

/// One row of a disclosed table, from which a section takes figures as quantities.
///
/// A hidden figure stays hidden, an absent one says why: nothing becomes a nought on the way.
struct FigureRow {
    /// What all rows of a table share: one reference is counted for a row instead of many.
    private let source: Source
    let row: Int

    private final class Source: Sendable {
        let table: DisclosedTable
        let words: Words

        init(_ table: DisclosedTable, _ words: Words) {
            self.table = table
            self.words = words
        }
    }

    private init(_ source: Source, _ row: Int) {
        self.source = source
        self.row = row
    }

    /// Makes some rows of a table.
    static func rows(
        _ rows: some Sequence<Int>, of table: DisclosedTable, _ words: Words
    ) -> [FigureRow] {
        let source = Source(table, words)
        return rows.map { FigureRow(source, $0) }
    }

    var table: DisclosedTable { source.table }
    private var words: Words { source.words }

    /// How a figure is to be written.
    enum Form {
        /// By the kind that its column declares.
        case declared
        /// With its sign.
        case difference
    }

    /// A figure of this row; `reason` stands where it is not computed.
    func quantity(_ column: String, _ form: Form = .declared, reason: String? = nil) -> Quantity {
        let index = table.column(column)
        switch table.figure(row, index) {
        case .hidden: return .hidden
        case .empty: return .notComputed(reason ?? words.notComputed)
        case .value(let number), .earlier(let number, _):
            return written(number, table.figures[index].kind, form)
        }
    }

    private func written(_ number: Double, _ kind: FigureKind, _ form: Form) -> Quantity {
        if form == .difference { return .difference(number) }
        return switch kind {
        case .count, .plain: .count(Int(number.rounded()))
        case .share: .share(number)
        case .points: .score(number)
        case .number: .score(number, decimals: 2)
        case .money: .money(number)
        case .word: .notComputed(words.notComputed)
        }
    }

    /// A figure as a cell, with a mark where it is of an earlier period.
    func cell(_ column: String, _ form: Form = .declared, reason: String? = nil) -> Prose {
        .quantity(quantity(column, form, reason: reason)) + earlierMark(column)
    }

    /// The earlier day that a figure is of, where it is kept.
    func keptDay(_ column: String) -> CalendarDate? { keptDay(table.column(column)) }

    private func keptDay(_ column: Int) -> CalendarDate? {
        if case .earlier(_, let day) = table.figure(row, column) { day } else { nil }
    }

    /// The earlier days that figures of the row are of.
    var keptDays: [CalendarDate] { table.figures.indices.compactMap(keptDay) }

    /// The marks that go with figures in a sentence, where some are of an earlier day.
    func earlierMark(_ columns: String...) -> Prose {
        Prose(keptFrom: columns.compactMap(keptDay))
    }

    /// Whether these figures are all of one day, so that they may be reckoned with together.
    func areOfOneDay(_ columns: [String]) -> Bool { Set(columns.map { keptDay($0) }).count <= 1 }

    /// A figure's number, where one may be shown.
    func number(_ column: String) -> Double? { table.figure(row, column).number }

    /// Whether a figure is hidden.
    func isHidden(_ column: String) -> Bool { table.figure(row, column) == .hidden }

    /// A count where one may be shown.
    func count(_ column: String) -> Int? { number(column).map { Int($0.rounded()) } }

    /// A figure with its interval, whose columns begin with `ends` (the figure's own name).
    func estimate(
        _ column: String, _ form: Form = .declared, ends: String? = nil
    ) -> ReportModel.Estimate {
        let value = quantity(column, form)
        let low = quantity((ends ?? column) + "_low", form)
        let high = quantity((ends ?? column) + "_high", form)
        guard value.isShown, low.isShown, high.isShown else { return ReportModel.Estimate(value) }
        return ReportModel.Estimate(value, Interval(low, high))
    }

    /// A figure's interval on its own; the figure's reason where there is none.
    func interval(_ column: String, _ form: Form = .declared, ends: String? = nil) -> Prose {
        let estimate = estimate(column, form, ends: ends)
        if let interval = estimate.interval { return .quantity(interval.quantity) }
        return .quantity(
            estimate.value.isShown ? .notComputed(words.notComputed) : estimate.value)
    }

    /// Counts added up; hidden where one of them is or where they are of different days, nothing
    /// where one is not computed.
    func sum(_ columns: [String]) -> Quantity {
        if columns.contains(where: isHidden) || !areOfOneDay(columns) { return .hidden }
        let counts = columns.compactMap(count)
        return counts.count == columns.count
            ? .count(counts.reduce(0, +)) : .notComputed(words.notComputed)
    }

    /// The whole that a count is a share of: the sum of its parts, or what count and share say
    /// together where a part is hidden.
    func whole(_ part: String, share column: String, of parts: [String]) -> Quantity {
        let sum = sum(parts)
        guard !sum.isShown, areOfOneDay([part, column]), let count = count(part),
            let share = number(column), share > 0
        else { return sum }
        let whole = (Double(count) / share).rounded()
        return abs(Double(count) / whole - share) < 1e-9 ? .count(Int(whole)) : sum
    }

    /// Whether every one of these figures is a shown nought.
    func areNought(_ columns: [String]) -> Bool { columns.allSatisfy { number($0) == 0 } }

    /// Whether any of these figures is shown or hidden: whether there is something to say.
    func hasAny(_ columns: [String]) -> Bool {
        columns.contains { table.figure(row, $0) != .empty }
    }

    /// Whether some of these figures are hidden and none is shown but noughts.
    func areHiddenAltogether(_ columns: [String]) -> Bool {
        columns.contains(where: isHidden) && columns.allSatisfy { (number($0) ?? 0) == 0 }
    }

    /// The names of all figures.
    var columnNames: [String] { table.figures.map(\.name) }

    /// Whether any of these figures may be shown.
    func showsAny(_ columns: [String]) -> Bool { columns.contains { number($0) != nil } }

    /// The word that a figure stands for, in a column of words.
    func word(_ column: String) -> String? { table.word(row, column) }

    /// The key of a column in this row.
    func key(_ column: String) -> String {
        guard let index = table.keys.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("\(table.name) has no key '\(column)'")
        }
        return table.keys[index].word(row)
    }
}

/// A set of families as the tables key it: all, a programme, a municipality in it, or a team.
struct GroupName: Hashable {
    var programme = KeyColumn.all
    var municipality = KeyColumn.all
    var team = KeyColumn.all

    /// The first three keys of a table's rows.
    var keys: [String] { [programme, municipality, team] }

    /// The rows' keys of all families.
    static let all = GroupName()

    /// A whole programme, or all families where there is none.
    init(_ programme: Programme? = nil) {
        self.programme = programme?.name ?? KeyColumn.all
    }

    /// The group that a row is about.
    init(_ row: FigureRow) {
        programme = row.key("programme")
        municipality = row.key("municipality")
        team = row.key("team")
    }

    /// Whether it is a team.
    var isTeam: Bool { team != KeyColumn.all }

    /// Whether it is a municipality with all its teams.
    var isMunicipality: Bool { municipality != KeyColumn.all && !isTeam }
}

extension ReportContext {
    /// The row of a table with these keys, or nothing.
    func row(_ name: String, _ keys: [String]) -> FigureRow? {
        guard let table = disclosed[name], let row = table.rows(keys).first else { return nil }
        return FigureRow.rows([row], of: table, words)[0]
    }

    /// The rows of a table whose first keys are these, in its order; found, not searched for.
    func rows(_ name: String, _ keys: [String] = []) -> [FigureRow] {
        guard let table = disclosed[name] else { return [] }
        return FigureRow.rows(table.rows(keys), of: table, words)
    }

    /// Those of the rows whose other keys are wanted, by the names of their columns; each word of
    /// a column is asked about once.
    func rows(
        _ name: String, _ keys: [String], where wanted: KeyValuePairs<String, (String) -> Bool>
    ) -> [FigureRow] {
        guard let table = disclosed[name] else { return [] }
        let columns = table.keys.compactMap { column -> ([Int32], [Bool])? in
            let tests = wanted.filter { $0.key == column.name }
            guard let isWanted = tests.first?.value else { return nil }
            return (column.indices, column.words.map(isWanted))
        }
        let rows = table.rows(keys).filter { row in
            columns.allSatisfy { indices, isWanted in isWanted[Int(indices[row])] }
        }
        return FigureRow.rows(rows, of: table, words)
    }

    /// The municipalities or teams of a programme, in the tables' order.
    func groups(of programme: Programme?, where isWanted: (GroupName) -> Bool) -> [GroupName] {
        rows("cases", programme.map { [$0.name] } ?? []).map(GroupName.init).filter {
            $0.programme != KeyColumn.all && isWanted($0)
        }
    }
}
