/// What an outsider can say of hidden counts that add up both over slices, to a total of each group
/// that is known, and over the parts of each group.
struct HiddenRanges {
    /// A count of a group in a slice.
    struct Count {
        var count: Int32
        var isHidden: Bool
    }

    private let counts: [[Count]]
    private let tree: GroupTree
    /// By slice, then group.
    private var low: [[Int32]]
    private var high: [[Int32]]
    /// Groups of which something has changed since they were last added up.
    private var isDue: [Bool]

    /// More than there are families, and few enough to be added up for every group there is.
    private static let unbounded: Int32 = 1_000_000

    /// `counts` are by slice, then group.
    init(_ counts: [[Count]], _ tree: GroupTree) {
        self.counts = counts
        self.tree = tree
        let hides = tree.parents.indices.map { group in counts.contains { $0[group].isHidden } }
        isDue = hides.indices.map { group in
            hides[group] || tree.parts(group).contains { hides[Int($0)] }
        }
        low = counts.map { $0.map { $0.isHidden ? 0 : $0.count } }
        high = counts.map { $0.map { $0.isHidden ? HiddenRanges.unbounded : $0.count } }
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    mutating func narrowGroups(_ threshold: Int32) -> [Int] {
        while isDue.contains(true) {
            for group in tree.parents.indices where isDue[group] {
                isDue[group] = false
                addUpSlices(group, threshold)
                addUpParts(group)
            }
        }
        return tree.parents.indices.filter { group in
            counts.indices.contains { slice in
                counts[slice][group].isHidden
                    && high[slice][group] - low[slice][group] < threshold - 1
            }
        }
    }

    /// What is hidden of a group is together the rest of a known total. A total that is small
    /// itself is not known.
    private mutating func addUpSlices(_ group: Int, _ threshold: Int32) {
        var total: Int32 = 0
        var rest: Int32 = 0
        var least: Int32 = 0
        var most: Int32 = 0
        for slice in counts.indices {
            total += counts[slice][group].count
            guard counts[slice][group].isHidden else { continue }
            rest += counts[slice][group].count
            least += low[slice][group]
            most += high[slice][group]
        }
        if total < threshold { return }
        for slice in counts.indices where counts[slice][group].isHidden {
            let own = (low[slice][group], high[slice][group])
            set((slice, group), rest - (most - own.1), rest - (least - own.0))
        }
    }

    /// The parts add up to their group in every slice.
    private mutating func addUpParts(_ group: Int) {
        let parts = tree.parts(group)
        if parts.isEmpty { return }
        for slice in counts.indices {
            var least: Int32 = 0
            var most: Int32 = 0
            for part in parts {
                least += low[slice][Int(part)]
                most += high[slice][Int(part)]
            }
            let (from, through) = (low[slice][group], high[slice][group])
            set((slice, group), least, most)
            for part in parts.map(Int.init) {
                let own = (low[slice][part], high[slice][part])
                set((slice, part), from - (most - own.1), through - (least - own.0))
            }
        }
    }

    private mutating func set(_ place: (slice: Int, group: Int), _ from: Int32, _ through: Int32) {
        let isHigher = from > low[place.slice][place.group]
        let isLower = through < high[place.slice][place.group]
        // What contradicts itself is not true of these counts.
        let (newLow, newHigh) = (
            max(from, low[place.slice][place.group]), min(through, high[place.slice][place.group])
        )
        guard isHigher || isLower, newLow <= newHigh else { return }
        low[place.slice][place.group] = newLow
        high[place.slice][place.group] = newHigh
        isDue[place.group] = true
        let parent = Int(tree.parents[place.group])
        if parent >= 0 { isDue[parent] = true }
    }
}
