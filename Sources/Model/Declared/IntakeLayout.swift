import Basics

/// How one system's export is laid out: which files it has and what their columns mean.
public struct IntakeLayout: Sendable, Hashable {
    /// How the files are encoded.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// By byte order mark, else strict UTF-8, else Windows-1252, over the whole file.
        case automatic = "auto"
        case utf8 = "utf-8"
        case windows1252 = "windows-1252"
        case latin1 = "iso-8859-1"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
    }

    /// What stands between two fields.
    public enum Delimiter: String, Sendable, Hashable, CaseIterable {
        /// The one whose records agree best with one another and with the header.
        case automatic = "auto"
        case semicolon = ";"
        case comma = ","
        case tab = "tab"
        case bar = "|"
    }

    /// What stands before the decimals of a number.
    public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
        case comma
        case point
        case either
    }

    /// A way to write a date.
    public enum DateForm: String, Sendable, Hashable, CaseIterable {
        /// Day, month, year with `-`, `/` or `.`; a time may follow.
        case dayMonthYear = "dd-mm-yyyy"
        /// Month, day, year with `-`, `/` or `.`; a time may follow.
        case monthDayYear = "mm/dd/yyyy"
        /// ISO 8601; a time may follow.
        case yearMonthDay = "yyyy-mm-dd"
        /// Eight digits without separators.
        case digits = "ddmmyyyy"
        /// Days since 30 December 1899, as Excel counts them.
        case excelDays = "excel-days"
    }

    /// Kebab-case; the name of the definition's file.
    public var name: String
    /// What people call it.
    public var title: LocalizedText
    /// How the files are encoded.
    public var encoding: Encoding
    /// What stands between two fields.
    public var delimiter: Delimiter
    /// What stands before decimals.
    public var decimalMark: DecimalMark
    /// The ways in which dates may be written; the first that fits counts.
    public var dates: [DateForm]
    /// Texts that mean a missing value in every column, beside the empty cell.
    public var missing: [String]
    /// How many header rows there are; the first names the columns.
    public var headerRows: Int
    /// The kinds of file that the system exports.
    public var files: [IntakeFile]
    /// Patterns of names of files that the system writes beside them and nobody reads.
    public var ignored: [String]

    /// Makes a layout of all its parts.
    public init(
        name: String, title: LocalizedText, encoding: Encoding = .automatic,
        delimiter: Delimiter = .automatic, decimalMark: DecimalMark = .either,
        dates: [DateForm] = [.dayMonthYear], missing: [String] = [], headerRows: Int = 1,
        files: [IntakeFile], ignored: [String] = []
    ) {
        self.name = name
        self.title = title
        self.encoding = encoding
        self.delimiter = delimiter
        self.decimalMark = decimalMark
        self.dates = dates
        self.missing = missing
        self.headerRows = headerRows
        self.files = files
        self.ignored = ignored
    }
}

/// One kind of file of a layout.
public struct IntakeFile: Sendable, Hashable {
    /// What a file of this kind holds.
    public enum Kind: Sendable, Hashable {
        case cases
        /// Answers to an instrument, by its name.
        case assessments(String)
        case indicators
        case goals
        case stories
    }

    /// Such as `fit`; unique in the layout.
    public var name: String
    /// What a file of this kind holds.
    public var kind: Kind
    /// Patterns of base names, such as `fit*.csv`, or of paths where they hold a slash; case does
    /// not matter. What ends in `.csv` stands for workbooks too.
    public var patterns: [String]
    /// Which sheet of a workbook is read; the first when not said.
    public var sheet: SheetChoice?
    /// Where the texts of coded answers stand, if codes are no points.
    public var answerTexts: AnswerTextSource?
    /// How the measurements of one row are told apart, where a row has several.
    public var events: EventColumns?
    /// The columns that are no answers.
    public var columns: [IntakeColumn]
    /// How the columns of answers are named; empty where they bear the items' own names.
    public var items: [ItemColumns]
    /// Columns that hold the sum of some answers.
    public var totals: [TotalColumn]
    /// Patterns of columns that are known and not used.
    public var ignored: [String]
    /// Whether rows without any answer are passed over: those of other events or forms.
    public var skipsUnanswered: Bool
    /// Texts that stand where a whole number of answer units could, such as `Passer godt`.
    public var labels: [AnswerLabel]
    /// The form that all rows are of, such as `4-17`, where no birth date says it.
    public var form: String?

    /// Makes a kind of file of all its parts.
    public init(
        name: String, kind: Kind, patterns: [String], columns: [IntakeColumn],
        items: [ItemColumns] = [], totals: [TotalColumn] = [], ignored: [String] = [],
        skipsUnanswered: Bool = false, labels: [AnswerLabel] = [], sheet: SheetChoice? = nil,
        answerTexts: AnswerTextSource? = nil, events: EventColumns? = nil, form: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.patterns = patterns
        self.sheet = sheet
        self.answerTexts = answerTexts
        self.events = events
        self.columns = columns
        self.items = items
        self.totals = totals
        self.ignored = ignored
        self.skipsUnanswered = skipsUnanswered
        self.labels = labels
        self.form = form
    }

    /// The column of a role, if the layout has one.
    public func column(_ role: IntakeColumn.Role) -> IntakeColumn? {
        columns.first { $0.role == role }
    }
}

/// A column and what it is for.
public struct IntakeColumn: Sendable, Hashable {
    /// What a column is for.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case `case`
        case person
        case informant
        case date
        case birthDate = "birth-date"
        case session
        case edition
        case gestationWeeks = "gestation-weeks"
        case interval
        /// Text that is compared between rows and otherwise not used.
        case comment
        /// The name of the item that a row answers, where one row is one answer.
        case item
        /// The answer of such a row.
        case answer
        case municipality
        case team
        case programme
        case start
        case end
        case endReason = "end-reason"
        case phase
        case indicator
        case value
        case goal
        case setDate = "set-date"
        case dueDate = "due-date"
        case statusDate = "status-date"
        case status
        case story
    }

    /// What the column is for.
    public var role: Role
    /// The column's name and other names that it goes by; case and separators do not matter.
    public var names: [String]
    /// Names of columns that stand in for it in files that have none of those.
    public var spareNames: [String]
    /// Whether a file may lack the column.
    public var isOptional: Bool
    /// Whether a row without a usable value is not used, in a file that has the column.
    public var isNeeded: Bool
    /// What the cells may say, by the code that it means.
    public var codes: [ColumnCode]
    /// Informants that are the child, for instruments that parents and children fill in.
    public var children: [String]

    /// Makes a column.
    public init(
        role: Role, names: [String], spareNames: [String] = [], isOptional: Bool = false,
        isNeeded: Bool = false, codes: [ColumnCode] = [], children: [String] = []
    ) {
        self.role = role
        self.names = names
        self.spareNames = spareNames
        self.isOptional = isOptional
        self.isNeeded = isNeeded
        self.codes = codes
        self.children = children
    }
}

/// A code and the texts that mean it.
public struct ColumnCode: Sendable, Hashable {
    /// The code.
    public var code: String
    /// What cells say for it; case and separators do not matter.
    public var texts: [String]

    /// Makes a code.
    public init(code: String, texts: [String]) {
        self.code = code
        self.texts = texts
    }
}

/// Column names of some items of an instrument.
public struct ItemColumns: Sendable, Hashable {
    /// The items, in the order in which the names count them.
    public var items: [String]
    /// Names in which `{n}` stands for the position from 1 and `{item}` for the item's name.
    public var names: [String]
    /// Texts that mean a missing value here, where they are others than the layout's.
    public var missing: [String]?

    /// Makes names for items.
    public init(items: [String], names: [String], missing: [String]? = nil) {
        self.items = items
        self.names = names
        self.missing = missing
    }
}

/// A column that holds the sum of some answers, which may stand in for them.
public struct TotalColumn: Sendable, Hashable {
    /// Names that the column goes by.
    public var names: [String]
    /// The items that it sums.
    public var items: [String]

    /// Makes a column of sums.
    public init(names: [String], items: [String]) {
        self.names = names
        self.items = items
    }
}

/// An answer and the texts that mean it.
public struct AnswerLabel: Sendable, Hashable {
    /// In points of the instrument.
    public var answer: Int
    /// What cells say for it; case and separators do not matter.
    public var texts: [String]
    /// The items for which it holds; all when empty.
    public var items: [String]

    /// Makes a label.
    public init(answer: Int, texts: [String], items: [String] = []) {
        self.answer = answer
        self.texts = texts
        self.items = items
    }
}
