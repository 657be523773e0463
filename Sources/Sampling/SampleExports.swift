import Basics

/// What a set of synthetic exports should hold.
public struct SampleRequest: Sendable, Hashable {
    /// How many families there are, 1 or more.
    public var families: Int
    /// Where the numbers start; the same seed gives the same bytes on every machine.
    public var seed: UInt64
    /// How much is broken on purpose.
    public var noise: Noise
    /// The last day on which anything is known.
    public var asOf: CalendarDate

    /// The last day of the committed sample.
    public static let defaultAsOf = CalendarDate(year: 2026, month: 10, day: 31)!

    /// Makes a request; `families` is at least 1.
    public init(
        families: Int, seed: UInt64, noise: Noise = .low,
        asOf: CalendarDate = SampleRequest.defaultAsOf
    ) {
        precondition(families >= 1, "a sample has 1 family or more, not \(families)")
        self.families = families
        self.seed = seed
        self.noise = noise
        self.asOf = asOf
    }
}

/// One synthetic export: a file's name and its bytes.
public struct SampleFile: Sendable, Hashable {
    /// The base name, such as `fit.csv`.
    public var name: String
    /// UTF-8, `;`, decimal comma, dates `dd-mm-yyyy`, line feeds, a header row.
    public var bytes: [UInt8]
}

/// Invents families and writes every canonical export of them.
///
/// Whole numbers, additions, subtractions, multiplications and divisions only: no function
/// whose last bit depends on the machine.
public func sampleExports(_ request: SampleRequest) -> [SampleFile] {
    let families = (0..<request.families).map { Family(number: $0, of: request) }
    return exports.map { export in
        var table = RecordText(columns: export.columns)
        for family in families {
            var random = SeededRandom(
                seed: request.seed &+ UInt64(family.number) &* 0xD1B5_4A32_D192_ED03,
                stream: export.name)
            export.write(family, to: &table, &random)
        }
        return SampleFile(
            name: export.name, bytes: request.noise.breaking(table.bytes, of: export, request.seed))
    }
}
