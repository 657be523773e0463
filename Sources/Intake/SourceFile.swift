import Basics
import Model
import Tables

/// One export file that a run reads, and what its layout says of it.
public struct SourceFile: Sendable {
    /// The path below the input folder, as findings and `rejected.csv` show it.
    public var name: String
    /// Where its bytes come from.
    public var source: ByteSource
    /// What it holds.
    public var kind: IntakeFile
    /// The layout that the kind is of.
    public var layout: IntakeLayout
    /// Where the texts of its codes come from; looked for where the layout says when nothing.
    public var answerTexts: ByteSource?

    /// Makes a file to read.
    public init(
        name: String, source: ByteSource, kind: IntakeFile, layout: IntakeLayout,
        answerTexts: ByteSource? = nil
    ) {
        self.name = name
        self.source = source
        self.kind = kind
        self.layout = layout
        self.answerTexts = answerTexts
    }
}

/// What became of a file: its rows, what was not used of it, and what is to be said of it.
public struct FileReception: Sendable {
    /// The path below the input folder.
    public var file: String
    /// The kind of file in its layout, such as `fit`.
    public var kind: String
    /// Rows in, used, rejected and duplicates.
    public var counts = RowCounts()
    /// What is to be said of it.
    public var findings = Findings()
    /// Cells and rows that were not used.
    public var rejections = Rejections()
    /// Whether the file could not be used at all: unreadable, empty, or with unknown columns.
    public var isRefused = false
    /// Whether the system would not hand the file over.
    public var isUnreadable = false
    /// The persons named in the file; assessments count them from 0.
    public var persons = FilePersons()
    /// For each item of the instrument, whether the file has a column for it.
    public var presentItems: [Bool] = []
    /// The rows of the list of withdrawals that somebody in the file falls under.
    public var turnedAway: Set<Withdrawals.Entry> = []
    /// The newest date of a row used; in a run, of those not after the as-of date.
    public var newestDate: CalendarDate?
    /// The file or sheet that the texts of its codes were taken from.
    public var answerTexts: String?
    /// Where the header had several measurements a row, how many.
    public var eventCount = 0

    init(_ file: SourceFile) {
        self.file = file.name
        kind = file.kind.name
    }
}

/// Reads one file of answers to an instrument.
///
/// Rows come in batches that are lent for the call of `consume`; a batch counts the persons of
/// the file, which `Persons.joined` turns into persons of the run. Files may be read side by
/// side: nothing is shared but the cases.
public func readAssessments(
    _ file: SourceFile, instrument: Instrument, cases: CaseIndex,
    consume: @escaping (AssessmentBatch) -> Void
) -> FileReception {
    var run = FileRun(file, door: cases)
    run.read(instrument: instrument) { map, file in
        AssessmentTaker(map, file, instrument, cases: cases, consume: consume)
    } finish: { taker, reception in
        taker.finish()
        reception.persons = FilePersons(taker.forms.persons, roles: taker.forms.roles)
        let newest = taker.forms.newest
        reception.newestDate = newest == .min ? nil : CalendarDate(days: newest)
    }
    return run.reception
}
