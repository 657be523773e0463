import Basics
import Model

/// The identifiers of a lent batch's rows as the input has them, for a filter that passes rows on.
public final class RowIdentifiers {
    private var bytes: [UInt8] = []
    /// Where each row's case and then its person ends.
    private var ends: [Int] = []
    /// The columns of the case and the person, from 1; 0 where there is none.
    public internal(set) var caseColumn = 0
    public internal(set) var personColumn = 0

    init() {}

    /// The identifier of a row's case.
    public func ofCase(_ row: Int) -> ArraySlice<UInt8> {
        bytes[start(row)..<ends[2 * row]]
    }

    /// The identifier of a row's person; empty where the row names none.
    public func ofPerson(_ row: Int) -> ArraySlice<UInt8> {
        bytes[ends[2 * row]..<ends[2 * row + 1]]
    }

    /// Keeps the identifiers of a row in the place of it and all that came after it.
    func set(_ row: Int, case owner: some Sequence<UInt8>, person: some Sequence<UInt8>) {
        ends.removeLast(ends.count - 2 * row)
        bytes.removeLast(bytes.count - start(row))
        bytes.append(contentsOf: owner)
        ends.append(bytes.count)
        bytes.append(contentsOf: person)
        ends.append(bytes.count)
    }

    private func start(_ row: Int) -> Int { row == 0 ? 0 : ends[2 * row - 1] }
}

/// Reads a file of answers row by row and keeps nothing of it: for a filter.
///
/// Cases need not be known and rows are not compared with one another, so that memory does not
/// grow with the file. Batches and identifiers are lent for the call of `consume`; a batch's
/// cases and persons are all -1.
///
/// Where one row is one answer, the rows of a form are put together: all of a file's, which takes
/// memory for its forms, but of standard input only those that stand together.
public func filterAssessments(
    _ file: SourceFile, instrument: Instrument,
    consume: @escaping (AssessmentBatch, RowIdentifiers) -> Void
) -> FileReception {
    var run = FileRun(file, keepsRejections: false, mayLackDates: true)
    var isStream = false
    if case .standardInput = file.source { isStream = true }
    run.read(instrument: instrument) { map, file in
        let identifiers = RowIdentifiers()
        identifiers.caseColumn = (map.columns(.case).min() ?? -1) + 1
        identifiers.personColumn = (map.columns(.person).min() ?? -1) + 1
        return AssessmentTaker(
            map, file, instrument, cases: .empty, passing: identifiers, streaming: isStream
        ) {
            consume($0, identifiers)
        }
    } finish: { taker, _ in
        taker.finish()
    }
    return run.reception
}
