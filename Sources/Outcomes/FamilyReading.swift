import Basics
import Model

/// One family as read: its series, and the windows that they were read in.
struct FamilyReading {
    private(set) var caseIndex = -1
    private(set) var windows: CaseWindows
    private(set) var series: [SeriesReading] = []
    /// The measures of which there is a series.
    private(set) var measures: [Int32] = []
    /// The first series of each measure, or -1, and after each series the next of its measure.
    private var heads: [Int32]
    private var links: [Int32] = []

    /// Makes room for families that are read one after another.
    init(measures: Int) {
        windows = CaseWindows(start: 0, end: nil, timing: .standard, asOf: 0)
        heads = Array(repeating: -1, count: measures)
    }

    /// Reads a case in the room of the one before.
    mutating func read(_ caseIndex: Int, _ frame: Frame) {
        self.caseIndex = caseIndex
        windows = frame.windows(of: caseIndex)
        for measure in measures { heads[Int(measure)] = -1 }
        measures.removeAll(keepingCapacity: true)
        series.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        for strand in frame.strands(of: caseIndex) { read(strand: strand, frame) }
    }

    private mutating func read(strand at: Int, _ frame: Frame) {
        let strand = frame.gathering.strands[at]
        let rows = frame.rows(of: at)
        var picks = StrandPicks(rows)
        for index in frame.scalesOfInstrument[Int(strand.instrument)] {
            frame.lending(index) { scale, sheet in
                guard scale.isGiven(by: strand.edition),
                    let picked = picks.rows(for: scale.scale, in: sheet, windows)
                else { return }
                var reading = SeriesReading(
                    person: strand.person, measure: scale.measures[Int(strand.informant)],
                    strand: Int32(at), scale: Int32(index))
                scale.read(&reading, rows, picked, by: strand.informant, in: sheet, windows)
                append(reading)
            }
        }
    }

    private mutating func append(_ reading: SeriesReading) {
        let measure = Int(reading.measure)
        if heads[measure] < 0 { measures.append(reading.measure) }
        links.append(heads[measure])
        heads[measure] = Int32(series.count)
        series.append(reading)
    }

    /// Whether the family has a series of a measure.
    @inline(__always)
    func has(_ measure: Int32) -> Bool { heads[Int(measure)] >= 0 }

    /// Hands out each series of a measure.
    @inline(__always)
    func forEach(of measure: Int32, _ body: (SeriesReading) -> Void) {
        var at = heads[Int(measure)]
        while at >= 0 {
            body(series[Int(at)])
            at = links[Int(at)]
        }
    }
}
