import Basics

/// Which sheet of a workbook holds the rows.
public enum SheetChoice: Sendable, Hashable {
    /// The sheet's place among those that are not hidden, from 1.
    case position(Int)
    /// A pattern of its name, in which `*` stands for anything; case does not matter.
    case named(String)
}

/// Where the texts of coded answers stand: a file beside the data, or a sheet of its workbook.
///
/// Each row of it has a variable, a code and a text, without a header.
public struct AnswerTextSource: Sendable, Hashable {
    /// Names of files, the likeliest first; `{name}` is the data file's name without its ending.
    public var files: [String]
    /// The sheet, where data and texts are in one workbook.
    public var sheet: SheetChoice?

    /// Makes a source of answer texts.
    public init(files: [String] = [], sheet: SheetChoice? = nil) {
        self.files = files
        self.sheet = sheet
    }
}

/// Several measurements of a person in one row, told apart by the names of their columns.
public struct EventColumns: Sendable, Hashable {
    /// What the columns of each measurement bear, such as `t1`.
    public var names: [String]
    /// How their names are made, where `{event}` is the measurement's and `{column}` the
    /// column's own name.
    public var patterns: [String]
    /// The informant of a measurement, where that is what tells it apart.
    public var informants: [String: String]

    /// Makes columns of measurements.
    public init(names: [String], patterns: [String], informants: [String: String] = [:]) {
        self.names = names
        self.patterns = patterns
        self.informants = informants
    }

    /// The names that a column goes by in a measurement.
    public func names(of column: String, in event: String) -> [String] {
        patterns.map {
            $0.replacing("{event}", with: event).replacing("{column}", with: column)
        }
    }
}
