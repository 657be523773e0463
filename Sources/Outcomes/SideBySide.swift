import Dispatch
import Model
import Synchronization

/// Does tasks side by side on at most so many threads, taking them in order.
func sideBySide(_ tasks: [@Sendable () -> Void], workers: Int) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, tasks.count))) { _ in
        while true {
            let task = next.add(1, ordering: .relaxed).oldValue
            guard task < tasks.count else { return }
            tasks[task]()
        }
    }
}

/// Does something for all indices up to a count, in a few unbroken stretches for each worker.
func inStretches(_ count: Int, workers: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
    let stretch = count / (4 * workers) + 1
    sideBySide(
        stride(from: 0, to: count, by: stretch).map { from in
            { @Sendable in body(from..<min(from + stretch, count)) }
        }, workers: workers)
}

/// The result of a task, once it is done.
final class Later<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func set(_ made: Value) { value.withLock { $0 = made } }

    /// Hands the result over; nothing is kept of it.
    func take() -> Value {
        value.withLock { held in
            guard let made = held.take() else { preconditionFailure("a task has not been done") }
            return made
        }
    }
}

/// Unbroken stretches of municipalities, each read by one worker.
///
/// What is added up is whole numbers and the stretches are joined in their order, so the result
/// does not depend on how many there are.
struct Stretches: Sendable {
    private let readers: [Later<CaseReader>]
    let tasks: [@Sendable () -> Void]
    private let blank: CaseReader

    init(_ frame: Frame, _ blank: CaseReader, workers: Int) {
        let municipalities = frame.grouping.municipalities
        // Several for each worker, so that none is left with much when the others are done.
        let stretches = municipalities.stretches(workers == 1 ? 1 : 12 * workers)
        let readers = stretches.map { _ in Later<CaseReader>() }
        self.readers = readers
        self.blank = blank
        tasks = stretches.indices.map { index in
            { @Sendable in
                var reader = blank
                for at in stretches[index] { reader.read(municipality: municipalities[at]) }
                readers[index].set(reader)
            }
        }
    }

    /// All that was read.
    func joined() -> CaseReader {
        var joined = blank
        for reader in readers { joined.append(reader.take()) }
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
    fileprivate mutating func append(_ other: consuming CaseReader) {
        append(other.families)
        for part in other.takeProgrammes() { append(part) }
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
