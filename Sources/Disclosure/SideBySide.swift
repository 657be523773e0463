import Dispatch
import Synchronization

/// Makes things side by side, each by itself; they come back in their order.
func sideBySide<Made: Sendable>(
    _ count: Int, _ workers: Int, _ make: @Sendable (Int) -> Made
) -> [Made] {
    if count <= 1 || workers <= 1 { return (0..<count).map(make) }
    let made = Mutex<[Made?]>(Array(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let each = make(index)
            made.withLock { $0[index] = each }
        }
    }
    return made.withLock { $0.compactMap(\.self) }
}

/// Makes one thing of each item side by side. The items are taken, so that whoever gets one may
/// change it in place.
func sideBySide<Item: Sendable, Made: Sendable>(
    taking items: inout [Item?], _ workers: Int, _ make: @Sendable (consuming Item) -> Made
) -> [Made] {
    let count = items.count
    let left = Mutex<[Item?]>(items)
    items = []
    return sideBySide(count, workers) { index in
        make(left.withLock { $0[index].take() }!)
    }
}
