import Basics
import Model
import Tables

/// The cases of a run and what became of the files that they came from.
public struct CaseReception: Sendable {
    /// In the byte order of their identifiers.
    public var cases: Cases
    /// Finds a case by its identifier.
    public var index: CaseIndex
    /// What became of each file, in the byte order of their names.
    public var files: [FileReception]

    /// Reads every file of cases, in the byte order of their names.
    ///
    /// A case that stands twice with the same content counts once; with different content the
    /// later file counts, and in one file the later line, with a warning.
    public static func read(
        _ files: [SourceFile], without withdrawals: Withdrawals = Withdrawals()
    ) -> CaseReception {
        let table = CaseTable()
        let door = CaseIndex(ByteTable(), withdrawals: withdrawals)
        var receptions: [FileReception] = []
        for (number, file) in inByteOrder(files).enumerated() {
            var run = FileRun(file, door: door)
            run.read {
                CaseTaker(table, file: number, $0, $1.layout)
            } finish: { _, _ in
            }
            receptions.append(run.reception)
        }
        let settled = table.settle(&receptions)
        let (cases, index) = table.cases(of: settled, without: withdrawals)
        return CaseReception(cases: cases, index: index, files: receptions)
    }
}
