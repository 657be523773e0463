import Model

/// How many there are of each kind, by its raw value below six.
///
/// Counted without asking which kind it is; the tables' own counts are made of it at the end.
struct KindCounts<Kind: RawRepresentable<UInt8>>: Sendable {
    private var counts = InlineArray<6, Int32>(repeating: 0)

    subscript(_ kind: Kind) -> Int { Int(counts[Int(kind.rawValue)]) }

    /// All of every kind.
    var total: Int { counts.indices.reduce(0) { $0 + Int(counts[$1]) } }

    @inline(__always)
    mutating func count(_ kind: Kind) { counts[Int(kind.rawValue)] += 1 }

    mutating func merge(_ other: KindCounts) {
        for kind in counts.indices { counts[kind] += other.counts[kind] }
    }
}

/// How a zone has changed.
enum ZoneChange: UInt8 {
    case worse
    case same
    case better
    /// There are no zones.
    case none
}

extension StandingCounts {
    init(_ counts: KindCounts<Standing>) {
        self.init()
        measured = counts[.measured]
        missing = counts[.missing]
        noBaseline = counts[.noBaseline]
        ended = counts[.ended]
        notYetDue = counts[.notYetDue]
    }
}

extension ClassCounts {
    init(_ counts: KindCounts<ChangeClass>) {
        self.init()
        improved = counts[.improved]
        noChange = counts[.noChange]
        deteriorated = counts[.deteriorated]
    }
}

extension ClinicalCounts {
    init(_ counts: KindCounts<ClinicalClass>) {
        self.init()
        recovered = counts[.recovered]
        improved = counts[.improved]
        unchanged = counts[.unchanged]
        deteriorated = counts[.deteriorated]
        harmed = counts[.harmed]
    }
}

extension ZoneCounts {
    init(_ counts: KindCounts<ZoneChange>) {
        self.init()
        better = counts[.better]
        same = counts[.same]
        worse = counts[.worse]
    }
}
