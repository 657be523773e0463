import Basics
import Model

/// One family as read: its series, and the windows that they were read in.
///
/// It is read in two steps, and another family is begun between them: by then the scores, which
/// stand anywhere in large tables, have been fetched.
struct FamilyReading {
    private(set) var caseIndex = -1
    private(set) var windows: CaseWindows
    private(set) var series: [SeriesReading] = []
    /// The measures of which there is a series.
    private(set) var measures: [Int32] = []
    /// The first series of each measure, or -1.
    private var heads: [Int32]

    /// Makes room for families that are read one after another.
    init(measures: Int) {
        windows = CaseWindows(start: 0, end: nil, timing: .standard, asOf: 0)
        heads = Array(repeating: -1, count: measures)
    }

    /// Begins another case in the room of the one before: picks the rows that count, and has their
    /// scores fetched.
    mutating func begin(_ caseIndex: Int, _ frame: Frame) {
        self.caseIndex = caseIndex
        windows = frame.windows(of: caseIndex)
        for measure in measures { heads[Int(measure)] = -1 }
        measures.removeAll(keepingCapacity: true)
        series.removeAll(keepingCapacity: true)
        for strand in frame.strands(of: caseIndex) { pick(strand, frame) }
    }

    /// Reads the scores of the rows picked.
    mutating func read(_ frame: Frame) {
        for at in series.indices { judge(at, frame) }
    }

    private mutating func pick(_ at: Int, _ frame: Frame) {
        let strand = frame.gathering.strands[at]
        var picks = StrandPicks(frame.rows(of: at))
        for index in frame.scalesOfInstrument[Int(strand.instrument)] {
            frame.lending(index) { scale, sheet in
                guard scale.isGiven(by: strand.edition),
                    let rows = picks.rows(for: scale.scale, in: sheet, windows)
                else { return }
                let measure = scale.measures[Int(strand.informant)]
                let next = heads[Int(measure)]
                if next < 0 { measures.append(measure) }
                heads[Int(measure)] = Int32(series.count)
                series.append(
                    SeriesReading(
                        person: strand.person, measure: measure, strand: Int32(at),
                        scale: Int32(index), rows: rows, next: next))
            }
        }
    }

    private mutating func judge(_ at: Int, _ frame: Frame) {
        let strand = Int(series[at].strand)
        let informant = frame.gathering.strands[strand].informant
        frame.lending(Int(series[at].scale)) { scale, sheet in
            scale.read(&series[at], frame.rows(of: strand), by: informant, in: sheet, windows)
        }
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
            at = series[Int(at)].next
        }
    }
}
