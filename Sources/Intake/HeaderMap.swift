import Basics
import Model

/// What the columns of one file are for; columns count from 0.
struct HeaderMap: Sendable {
    var names: [String]
    private(set) var roles: [IntakeColumn.Role: Int] = [:]
    /// Columns that stand in for a role's own, where the file has none.
    private var spares: [IntakeColumn.Role: Int] = [:]
    /// The column of each of the instrument's items, or -1.
    private(set) var items: [Int]
    /// Columns of sums: the column, and the indices of the items that it sums.
    private(set) var totals: [(column: Int, items: [Int])] = []
    private(set) var comments: [Int] = []
    /// Columns without a name that no intake ignores.
    private(set) var nameless: [Int] = []
    /// Where a row has several measurements, the columns of each: its own, and those of all.
    private(set) var events: [HeaderMap] = []
    /// What the columns of a measurement bear; empty where they are of all.
    private var eventName = ""
    /// The informant of all rows, where the measurement says it and no column.
    private(set) var informant: String?

    /// What the measurements of a row bear, in their order.
    var eventNames: [String] { events.map(\.eventName) }

    /// How many fields a row has.
    var fieldCount: Int { names.count }

    /// Columns that hold answers or their sums.
    var answerColumns: [Int] {
        items.filter { $0 >= 0 } + totals.map(\.column) + events.flatMap(\.answerColumns)
    }

    /// The item that each column of answers holds, by the column.
    var itemsByColumn: [Int: Int] {
        ([self] + events).flatMap { Array($0.items.enumerated()) }
            .filter { $0.element >= 0 }
            .reduce(into: [:]) { $0[$1.element] = $1.offset }
    }

    /// For each item, whether it has a column.
    var presentItems: [Bool] {
        items.indices.map { item in ([self] + events).contains { $0.items[item] >= 0 } }
    }

    /// The column of a role, or -1.
    func column(_ role: IntakeColumn.Role) -> Int { roles[role] ?? -1 }

    /// The columns of a role: one, or one a measurement.
    func columns(_ role: IntakeColumn.Role) -> Set<Int> {
        Set(([self] + events).map { $0.column(role) }.filter { $0 >= 0 })
    }

    /// Maps a header; gives the findings that refuse the file, or else warnings.
    static func bind(
        _ names: [String], to file: IntakeFile, _ known: KnownColumns, instrument: Instrument?,
        place: Place
    ) -> (map: HeaderMap?, findings: [Finding]) {
        var map = HeaderMap(
            names: HeaderHandler.shown(names, known),
            items: (instrument?.items ?? []).map { _ in -1 })
        // Without a known name the first row may be a person's, and must not be quoted.
        guard names.contains(where: { known.use(of: $0) != nil }) else {
            let finding = Finding(
                .fileColumnUnknown, .error, at: place,
                "none of the \(names.count) columns of the first row is known; the file is refused",
                remedy: "see whether the header row is missing or the separator is another")
            return (nil, [finding])
        }
        if known.use(of: "") == nil { map.nameless = names.indices.filter { names[$0].isEmpty } }
        var findings: [Finding] = []
        for (column, name) in names.enumerated() where !name.isEmpty {
            if let problem = map.assign(column, name, known, at: place) { findings.append(problem) }
        }
        map.roles.merge(map.spares) { own, _ in own }
        if let declared = file.events {
            findings += map.settleEvents(declared, file, instrument, place)
        } else {
            findings += map.missing(in: file, instrument, place)
        }
        return (findings.contains { $0.severity == .error } ? nil : map, findings)
    }

    private mutating func assign(
        _ column: Int, _ name: String, _ known: KnownColumns, at place: Place
    ) -> Finding? {
        let place = Place(place.file, line: place.line, column: column + 1)
        guard let use = known.use(of: name) else {
            return Finding(
                .fileColumnUnknown, .error, at: place,
                "column '\(CivilRegistrationNumber.masked(names[column]))' is not known, and the file is "
                    + "refused\(known.hint(for: name))")
        }
        if let first = taken(by: use) {
            return Finding(
                .fileColumnTwice, .error, at: place,
                "column '\(name)' means the same as column \(first + 1); the file is refused")
        }
        set(use, column)
        return nil
    }

    private func taken(by use: ColumnUse) -> Int? {
        switch use {
        case .role(.comment), .spare, .ignored, .total: nil
        case .role(let role): roles[role]
        case .item(let index): items[index] >= 0 ? items[index] : nil
        case .event(let event, let use):
            events.indices.contains(event) ? events[event].taken(by: use) : nil
        }
    }

    private mutating func set(_ use: ColumnUse, _ column: Int) {
        switch use {
        case .role(.comment): comments.append(column)
        case .role(let role): roles[role] = column
        case .spare(let role): spares[role] = spares[role] ?? column
        case .item(let index): items[index] = column
        case .total(let parts): totals.append((column, parts))
        case .ignored: break
        case .event(let event, let use):
            while events.count <= event {
                events.append(HeaderMap(names: names, items: items.map { _ in -1 }))
            }
            events[event].set(use, column)
        }
    }

    /// What the column of dates is called, where the file lacks it and may; a row of several
    /// measurements has one for each, or is refused.
    func absentDate(of file: IntakeFile) -> String? {
        guard let column = file.column(.date), column.isOptional, events.isEmpty else { return nil }
        return roles[.date] == nil ? column.names[0] : nil
    }

    private func missing(
        in file: IntakeFile, _ instrument: Instrument?, _ place: Place
    ) -> [Finding] {
        var findings = file.columns.filter { !$0.isOptional && $0.role != .comment }
            .filter { roles[$0.role] == nil && ($0.role != .informant || informant == nil) }
            .map { column in
                Finding(
                    .fileColumnMissing, .error, at: place,
                    "column '\(column.names[0])' is missing; the file is refused")
            }
        for (role, other) in [(IntakeColumn.Role.item, IntakeColumn.Role.answer), (.answer, .item)]
        where roles[role] != nil && roles[other] == nil {
            let name = file.column(other)?.names[0] ?? other.rawValue
            findings.append(
                Finding(
                    .fileColumnMissing, .error, at: place,
                    "column '\(names[column(role)])' needs a column '\(name)' beside it, where one "
                        + "row is one answer; the file is refused"))
        }
        guard let instrument, roles[.item] == nil else { return findings }
        let absent = zip(instrument.items, items).filter { $0.1 < 0 }.map(\.0)
        let needed = missedItems(instrument)
        if absent.count == items.count, totals.isEmpty {
            findings.append(
                Finding(
                    .fileColumnMissing, .error, at: place,
                    "no column holds an answer to \(instrument.name); the file is refused",
                    remedy: "name the columns \(HeaderMap.span(absent.map(\.name)))"))
        } else if !needed.isEmpty, totals.isEmpty {
            findings.append(
                Finding(
                    .fileItemsMissing, .warning, at: place,
                    "\(needed.count) of \(items.count) items have no column: "
                        + HeaderMap.span(needed)))
        }
        return findings
    }

    /// Items without a column that a file cannot do without, and those without which the others of
    /// a scale give no score.
    private func missedItems(_ instrument: Instrument) -> [String] {
        var missed = Set(items.indices.filter { items[$0] < 0 && !instrument.items[$0].isOptional })
        for scale in instrument.scales where scale.rule.missing == .allRequired {
            guard case .items(let parts) = scale.rule.parts,
                parts.contains(where: { items[$0] >= 0 })
            else { continue }
            missed.formUnion(parts.filter { items[$0] < 0 })
        }
        return missed.sorted().map { instrument.items[$0].name }
    }

    /// The first and last of some names, for a message.
    private static func span(_ names: [String]) -> String {
        guard names.count > 3, let first = names.first, let last = names.last else {
            return names.joined(separator: ", ")
        }
        return "\(first) … \(last)"
    }
}

// Several measurements in one row.
extension HeaderMap {
    /// Gives each measurement the columns of all, drops those without answers, and tells what is
    /// missing.
    private mutating func settleEvents(
        _ declared: EventColumns, _ file: IntakeFile, _ instrument: Instrument?, _ place: Place
    ) -> [Finding] {
        var findings: [Finding] = []
        var kept: [HeaderMap] = []
        for (var event, name) in zip(events, declared.names) {
            if event.answerColumns.isEmpty { continue }
            event.roles.merge(roles) { own, _ in own }
            event.comments += comments
            event.informant = declared.informants[name]
            event.eventName = name
            for var finding in event.missing(in: file, instrument, place) {
                finding.summary = "measurement '\(name)': " + finding.summary
                findings.append(finding)
            }
            if let other = kept.first(where: event.isBlurred) {
                findings.append(event.blurred(name, with: other, place))
            }
            findings += event.unknownInformant(name, instrument, place)
            kept.append(event)
        }
        events = kept
        if kept.isEmpty { findings += missing(in: file, instrument, place) }
        return findings
    }

    /// Whether another measurement is of the same day by the same informant, by its columns.
    private func isBlurred(with other: HeaderMap) -> Bool {
        [.date, .informant, .session, .person].allSatisfy { column($0) == other.column($0) }
            && informant == other.informant
    }

    private func blurred(_ name: String, with other: HeaderMap, _ place: Place) -> Finding {
        let column = max(0, column(.date))
        return Finding(
            .fileColumnMissing, .error, at: place,
            "measurement '\(name)' has the date of another in column '\(names[column])'; "
                + "the file is refused",
            remedy: "give each measurement a column of its own for the date")
    }

    private func unknownInformant(
        _ name: String, _ instrument: Instrument?, _ place: Place
    ) -> [Finding] {
        guard let instrument, let informant, !instrument.informants.contains(informant) else {
            return []
        }
        return [
            Finding(
                .fileColumnMissing, .error, at: place,
                "measurement '\(name)' is by '\(informant)', whom \(instrument.name) does not "
                    + "know; the file is refused"
                    + NearMiss.hint(informant, among: instrument.informants))
        ]
    }
}

/// What one column is for.
indirect enum ColumnUse {
    case role(IntakeColumn.Role)
    /// The column of a role in files that have no other for it.
    case spare(IntakeColumn.Role)
    case item(Int)
    case total([Int])
    case ignored
    /// A column of one measurement of a row that has several, by the measurement's place.
    case event(Int, ColumnUse)
}

/// The columns that a kind of file may have, by the keys of their names.
struct KnownColumns {
    private var uses: [String: ColumnUse] = [:]
    /// The names as they are written in definitions, for near misses.
    private var written: [String] = []
    private let ignored: [[Character]]
    private let events: EventColumns?

    /// No columns at all.
    init() {
        ignored = []
        events = nil
    }

    init(_ file: IntakeFile, _ instrument: Instrument?) {
        ignored = file.ignored.map(Pattern.characters)
        events = file.events
        for column in file.columns { add(column.names, .role(column.role)) }
        for column in file.columns { put(column.spareNames, .spare(column.role)) }
        guard let instrument else { return }
        var positions: [String: Int] = [:]
        for (index, item) in instrument.items.enumerated() {
            positions[item.name] = index
            add([item.name], .item(index))
        }
        for total in file.totals {
            add(total.names, .total(total.items.compactMap { positions[$0] }))
        }
        for columns in file.items { add(columns, positions) }
    }

    private mutating func add(_ columns: ItemColumns, _ positions: [String: Int]) {
        for (offset, item) in columns.items.enumerated() {
            guard let index = positions[item] else { continue }
            let names = columns.names.map {
                $0.replacing("{n}", with: String(offset + 1)).replacing("{item}", with: item)
            }
            add(names, .item(index))
        }
    }

    /// Adds the names that a column goes by; answers of one measurement of several bear its name
    /// too, and other columns may.
    private mutating func add(_ names: [String], _ use: ColumnUse) {
        guard let events else { return put(names, use) }
        for (position, event) in events.names.enumerated() {
            put(names.flatMap { events.names(of: $0, in: event) }, .event(position, use))
        }
        if case .role = use { put(names, use) }
    }

    private mutating func put(_ names: [String], _ use: ColumnUse) {
        for name in names {
            let key = ColumnName.key(name)
            if uses[key] == nil {
                uses[key] = use
                written.append(name)
            }
        }
    }

    func use(of name: String) -> ColumnUse? {
        if let use = uses[ColumnName.key(name)] { return use }
        if ignored.isEmpty { return nil }
        let characters = Pattern.characters(name)
        return ignored.contains { Pattern.matches(characters, $0) } ? .ignored : nil
    }

    /// The keys of all names that answers go by.
    var answerKeys: Set<String> {
        Set(
            uses.filter { entry in
                if case .item = entry.value { return true }
                return false
            }.keys)
    }

    /// Whether some names are a header: one of them names the case.
    func isHeader(_ names: [String]) -> Bool {
        names.contains { name in
            switch use(of: name) {
            case .role(.case), .spare(.case): true
            default: false
            }
        }
    }

    func hint(for name: String) -> String { NearMiss.hint(name, among: written) }
}
