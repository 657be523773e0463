import Model

/// One line of the schedule in one family: which strands are of its instrument, and by whom.
struct FamilyLine {
    let line: LineReading
    let caseIndex: Int
    /// Which parents the family has.
    private let parents: Parents

    init(_ line: LineReading, _ caseIndex: Int, _ frame: Frame) {
        self.line = line
        self.caseIndex = caseIndex
        parents = line.asksParents ? frame.parents(in: caseIndex) : []
    }

    /// Hands out who owes a measurement at each point: the informants named, but a mother or father
    /// only where the family has one; whoever fills it in, as nothing, where none is left or named.
    @inline(__always)
    func forEachInformant(_ programme: ProgrammeReading, _ body: (UInt8?) -> Void) {
        var isAnyKnown = false
        for at in line.informants where parents.isSuperset(of: programme.owing[at].parent) {
            isAnyKnown = true
            body(programme.owing[at].informant)
        }
        if !isAnyKnown { body(nil) }
    }

    /// Hands out the strands of an informant, or of anybody.
    @inline(__always)
    func forEachStrand(
        by informant: UInt8?, _ frame: Frame, _ body: (Int, Strand) -> Void
    ) {
        for at in frame.strands(of: caseIndex) {
            let strand = frame.gathering.strands[at]
            guard Int(strand.instrument) == line.instrument,
                informant == nil || strand.informant == informant
            else { continue }
            body(at, strand)
        }
    }

    /// Whether an informant, or anybody, gave the instrument in time.
    func isDone(_ point: DuePoint, by informant: UInt8?, _ frame: Frame) -> Bool {
        var isDone = false
        forEachStrand(by: informant, frame) { strand, _ in
            if isDone { return }
            // By date: the first that is not too early decides.
            let first = frame.rows(of: strand).first { $0.date >= point.opens }
            isDone = first.map { $0.date <= point.closes } ?? false
        }
        return isDone
    }

    /// The number of the last session, or 0.
    func lastSession(_ frame: Frame) -> Int {
        var last: Int32 = 0
        forEachStrand(by: nil, frame) { strand, _ in
            for row in frame.rows(of: strand) { last = max(last, row.session) }
        }
        return Int(last)
    }

    /// How many sessions an informant, or anybody, gave the instrument at.
    func sessions(by informant: UInt8?, _ frame: Frame, _ seen: inout SessionSet) -> Int {
        seen.removeAll()
        forEachStrand(by: informant, frame) { strand, _ in
            for row in frame.rows(of: strand) where row.session > 0 {
                seen.insert(Int(row.session))
            }
        }
        return seen.count
    }
}

/// Session numbers, one bit each: families have few of them, and mostly low ones.
struct SessionSet {
    private(set) var count = 0
    private var words: [UInt64] = []

    mutating func insert(_ number: Int) {
        while words.count <= number >> 6 { words.append(0) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        if words[number >> 6] & bit == 0 { count += 1 }
        words[number >> 6] |= bit
    }

    mutating func removeAll() {
        count = 0
        words.removeAll(keepingCapacity: true)
    }
}
