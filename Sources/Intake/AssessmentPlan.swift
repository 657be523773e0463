import Model
import Tables

/// How one item's cell becomes an answer.
struct ItemPlan {
    /// The column, from 0.
    var column: Int32
    /// The item's index.
    var slot: Int32
    /// What a cell of one byte and an empty one say.
    var table: AnswerTable
}

/// How the rows of one file become assessments: columns of roles and of answers.
final class AssessmentPlan {
    let instrument: Instrument
    let map: HeaderMap
    let file: IntakeFile
    let mark: IntakeLayout.DecimalMark
    let dates: DateReader
    let labels: AnswerLabels
    /// Items that have a column, in the order of the columns.
    let items: UnsafeMutableBufferPointer<ItemPlan>
    /// Items that have no column.
    let absent: [Int]
    /// Whether answers are tenths with the mark that the layout has, such as `7,3`.
    let readsTenths: Bool
    /// `0`, the mark and `0`, as a word is loaded.
    let tenthPattern: UInt32
    /// The tables of the items.
    private let tables: AnswerTables

    let caseColumn: Int
    let personColumn: Int
    let dateColumn: Int
    let birthColumn: Int
    let sessionColumn: Int
    let informantColumn: Int
    let editionColumn: Int
    let weeksColumn: Int
    let intervalColumn: Int
    /// The column that names the item, where one row is one answer, or -1.
    let itemColumn: Int
    let answerColumn: Int
    /// How each item's cell is read where one row is one answer.
    let longItems: [ItemPlan]
    let needsPerson: Bool
    let needsInformant: Bool
    /// The informant of all rows, where no column says it.
    let fixedInformant: UInt8
    /// Whether the person of a row is a child, by informant.
    let informantIsChild: [Bool]
    /// Whether columns have sums of answers.
    let hasTotals: Bool
    /// Columns of answers and their sums.
    private let answerColumns: [Int]

    init(_ map: HeaderMap, _ file: IntakeFile, _ instrument: Instrument, _ layout: IntakeLayout) {
        self.map = map
        self.file = file
        self.instrument = instrument
        mark = layout.decimalMark
        dates = DateReader(layout.dates)
        labels = AnswerLabels(
            file.labels, missing: layout.missing, items: instrument.items, columns: file.items)
        readsTenths = instrument.answerUnit == 10
        let markByte = UInt8(ascii: layout.decimalMark == .point ? "." : ",")
        tenthPattern = 0x30_00_30 | UInt32(markByte) << 8
        var tables = AnswerTables(instrument, labels)
        let present = map.items.indices.filter { map.items[$0] >= 0 }
            .sorted { map.items[$0] < map.items[$1] }
        absent = map.items.indices.filter { map.items[$0] < 0 }
        items = .allocate(capacity: present.count)
        for (position, slot) in present.enumerated() {
            items.initializeElement(
                at: position,
                to: ItemPlan(
                    column: Int32(map.items[slot]), slot: Int32(slot), table: tables.of(slot)))
        }
        caseColumn = map.column(.case)
        personColumn = map.column(.person)
        dateColumn = map.column(.date)
        birthColumn = map.column(.birthDate)
        sessionColumn = map.column(.session)
        informantColumn = map.column(.informant)
        editionColumn = map.column(.edition)
        weeksColumn = map.column(.gestationWeeks)
        intervalColumn = map.column(.interval)
        itemColumn = map.column(.item)
        answerColumn = map.column(.answer)
        longItems =
            answerColumn < 0
            ? []
            : instrument.items.indices.map {
                ItemPlan(column: Int32(map.column(.answer)), slot: Int32($0), table: tables.of($0))
            }
        self.tables = tables
        needsPerson = personColumn >= 0 && file.column(.person)?.isNeeded ?? false
        needsInformant = file.column(.informant)?.isNeeded ?? false
        let children = file.column(.informant)?.children ?? []
        informantIsChild = instrument.informants.map(children.contains)
        fixedInformant =
            map.informant.flatMap(instrument.informants.firstIndex)
            .map { UInt8($0) } ?? AssessmentBatch.noCode
        hasTotals = !map.totals.isEmpty
        answerColumns = map.answerColumns
    }

    /// Whether a row holds any answer of this plan.
    func isAnswered(in record: borrowing Record) -> Bool {
        for column in answerColumns
        where column < record.fieldCount && !record.field(column).trimmed.isEmpty {
            return true
        }
        return false
    }

    deinit {
        items.deallocate()
        tables.deallocate()
    }

    /// Whether one row is one answer.
    var isLong: Bool { itemColumn >= 0 && answerColumn >= 0 }
}

/// Texts that stand where an answer could: labels, and codes of missing values.
struct AnswerLabels: Sendable {
    private var anywhere: [String: Int] = [:]
    private var byItem: [Int: [String: Int]] = [:]
    private let missing: Set<String>
    /// Where an item has others.
    private var missingByItem: [Int: Set<String>] = [:]

    init(
        _ labels: [AnswerLabel], missing: [String], items: [Item], columns: [ItemColumns] = []
    ) {
        self.missing = AnswerLabels.codes(missing)
        for each in columns {
            guard let codes = each.missing.map(AnswerLabels.codes) else { continue }
            for index in items.indices where each.items.contains(items[index].name) {
                missingByItem[index] = codes
            }
        }
        for label in labels {
            for text in label.texts.map(ColumnName.label) {
                if label.items.isEmpty { anywhere[text] = label.answer }
                for name in label.items {
                    guard let index = items.firstIndex(where: { $0.name == name }) else {
                        continue
                    }
                    byItem[index, default: [:]][text] = label.answer
                }
            }
        }
    }

    private static func codes(_ texts: [String]) -> Set<String> {
        Set(texts.map { $0.lowercased() })
    }

    /// Whether a text means that an item is not answered.
    func isMissing(_ text: String, item: Int) -> Bool {
        guard !missingByItem.isEmpty, let codes = missingByItem[item] else {
            return isMissing(text)
        }
        return codes.contains(text.lowercased())
    }

    /// Whether a text means a missing value.
    func isMissing(_ text: String) -> Bool {
        !missing.isEmpty && missing.contains(text.lowercased())
    }

    /// The answer in points that a text stands for.
    func answer(_ text: String, item: Int) -> Int? {
        guard !anywhere.isEmpty || !byItem.isEmpty else { return nil }
        let label = ColumnName.label(text)
        return byItem[item]?[label] ?? anywhere[label]
    }
}
