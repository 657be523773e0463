import Dispatch
import Model
import Synchronization

/// Reads municipalities side by side, each worker an unbroken stretch of them.
///
/// What is added up is whole numbers and the stretches are joined in their order, so the result
/// does not depend on how many workers there are.
func readSideBySide(_ frame: Frame, workers: Int, _ blank: CaseReader) -> CaseReader {
    let municipalities = frame.grouping.municipalities
    let stretches = municipalities.stretches(workers)
    let readers = Mutex<[CaseReader?]>(Array(repeating: nil, count: stretches.count))
    DispatchQueue.concurrentPerform(iterations: stretches.count) { index in
        var reader = blank
        for at in stretches[index] { reader.read(municipality: municipalities[at]) }
        let read = reader
        readers.withLock { $0[index] = read }
    }
    return readers.withLock { held in
        var joined = blank
        for reader in held {
            if let reader { joined.append(reader) }
        }
        return joined
    }
}

extension Array where Element == ArraySlice<Grouping.Leaf> {
    /// The positions cut into at most `count` unbroken stretches of about as many cases each.
    fileprivate func stretches(_ count: Int) -> [Range<Int>] {
        let sizes = map { slice in slice.reduce(0) { $0 + $1.cases.count } }
        let share = Swift.max(1, (sizes.reduce(0, +) + count - 1) / Swift.max(1, count))
        var stretches: [Range<Int>] = []
        var (from, size) = (0, 0)
        for at in indices {
            size += sizes[at]
            if size >= share || at + 1 == self.count {
                stretches.append(from..<(at + 1))
                (from, size) = (at + 1, 0)
            }
        }
        return stretches
    }
}

extension CaseReader {
    /// Adds what another reader has read of the municipalities that follow.
    fileprivate mutating func append(_ other: CaseReader) {
        for part in other.programmes { append(part) }
        append(other.families)
    }
}

extension Families {
    /// Adds the series and outcomes of the cases that follow.
    mutating func append(_ other: Families) {
        outcomes += other.outcomes
        series.cases += other.series.cases
        series.persons += other.series.persons
        series.measures += other.series.measures
        series.strands += other.series.strands
        series.baselines += other.series.baselines
        series.followUps += other.series.followUps
        series.standings += other.series.standings
        series.classes += other.series.classes
        series.clinical += other.series.clinical
    }
}
