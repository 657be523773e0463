import Basics

/// One canonical export: its name, its columns, and how a family is written in it.
protocol Export: Sendable {
    /// The base name, such as `fit.csv`.
    var name: String { get }
    var columns: [String] { get }
    /// What noise may touch, or nothing where the file is left alone.
    var breakable: Breakable { get }
    /// Writes a family's rows.
    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom)
}

/// Every canonical export, in the order in which they are written.
let exports: [any Export] = [
    CasesExport(), FitExport(), SDQExport(), PSSExport(), ASQSEExport(), ADBBExport(),
    WheelExport(), WHO5Export(), FunctionalExport(), SafetyExport(), IndicatorsExport(),
    GoalsExport(), StoriesExport(),
]

/// Names of numbered columns: `numbered("w", 3)` is w1, w2, w3.
func numbered(_ prefix: String, _ count: Int) -> [String] {
    (1...count).map { prefix + String($0) }
}
