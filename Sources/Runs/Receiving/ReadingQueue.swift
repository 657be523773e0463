import Dispatch
import Synchronization

/// Hands the pieces of the reading out to workers: digests at any time, and everything else once
/// the cases are known.
final class ReadingQueue: Sendable {
    private let byCases: [InputReading.Piece]
    private let anyTime: [InputReading.Piece]
    private let nextByCases = Atomic(0)
    private let nextAnyTime = Atomic(0)
    private let cases = Mutex<KnownCases?>(nil)
    private let isOpen = Atomic(false)
    private let opening = DispatchGroup()

    /// Takes pieces in the order in which they are to be done.
    init(_ pieces: [InputReading.Piece]) {
        byCases = pieces.filter(\.needsCases)
        anyTime = pieces.filter { !$0.needsCases }
        opening.enter()
    }

    /// Makes the cases known, or says that there are none and that nothing more is to be done.
    func open(with known: KnownCases?) {
        cases.withLock { $0 = known }
        isOpen.store(true, ordering: .releasing)
        opening.leave()
    }

    /// The next piece, with the cases where it needs them; waits while there is nothing to do until
    /// they are known. Nothing once all is handed out.
    func next() -> (piece: InputReading.Piece, cases: KnownCases?)? {
        if !isOpen.load(ordering: .acquiring) {
            if let piece = take(anyTime, nextAnyTime) { return (piece, nil) }
            opening.wait()
        }
        guard let known = cases.withLock({ $0 }) else { return nil }
        if let piece = take(byCases, nextByCases) { return (piece, known) }
        return take(anyTime, nextAnyTime).map { ($0, nil) }
    }

    private func take(
        _ pieces: [InputReading.Piece], _ next: borrowing Atomic<Int>
    ) -> InputReading.Piece? {
        let index = next.add(1, ordering: .relaxed).oldValue
        return index < pieces.count ? pieces[index] : nil
    }
}
