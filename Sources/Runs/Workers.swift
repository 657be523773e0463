import Dispatch
import Synchronization

/// Does independent pieces of work side by side; results come back in the order of the pieces.
enum Workers {
    /// Begins work that goes on meanwhile; with one worker it is done at once.
    static func begin(workers count: Int, _ work: @escaping @Sendable () -> Void) -> BegunWork {
        let group = DispatchGroup()
        if count > 1 {
            DispatchQueue.global().async(group: group, execute: work)
        } else {
            work()
        }
        return BegunWork(group: group)
    }

    /// Runs `body` for each index on at most `count` threads.
    ///
    /// The pieces are taken in order, so a caller puts the longest first.
    static func map<Result: Sendable>(
        _ pieces: Int, workers count: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        let results = Mutex<[Result?]>(Array(repeating: nil, count: pieces))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(max(1, count), max(1, pieces))) { _ in
            while true {
                let piece = next.add(1, ordering: .relaxed).oldValue
                guard piece < pieces else { return }
                let result = body(piece)
                results.withLock { $0[piece] = result }
            }
        }
        return results.withLock { $0.map { $0! } }
    }
}

/// Work that goes on until it is waited for.
struct BegunWork {
    fileprivate let group: DispatchGroup

    /// Waits until it is done.
    func wait() { group.wait() }
}
