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
    private var hasChanged = false

    /// More than there are families, and few enough to be added up for every group there is.
    private static let unbounded: Int32 = 1_000_000

    /// `counts` are by slice, then group.
    init(_ counts: [[Count]], _ tree: GroupTree) {
        self.counts = counts
        self.tree = tree
        low = counts.map { $0.map { $0.isHidden ? 0 : $0.count } }
        high = counts.map { $0.map { $0.isHidden ? HiddenRanges.unbounded : $0.count } }
    }

    /// The groups with a hidden count that can take fewer values than the threshold.
    mutating func narrowGroups(_ threshold: Int32) -> [Int] {
        repeat {
            hasChanged = false
            for group in tree.parents.indices {
                addUpSlices(group, threshold)
                addUpParts(group)
            }
        } while hasChanged
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
        for slice in counts.indices {
            total += counts[slice][group].count
            if counts[slice][group].isHidden { rest += counts[slice][group].count }
        }
        if total < threshold { return }
        let places = counts.indices.filter { counts[$0][group].isHidden }
            .map { (slice: $0, group: group) }
        narrow(places, from: rest, through: rest)
    }

    /// The parts add up to their group in every slice.
    private mutating func addUpParts(_ group: Int) {
        let parts = tree.parts(group)
        if parts.isEmpty { return }
        for slice in counts.indices {
            let places = parts.map { (slice: slice, group: Int($0)) }
            narrow(places, from: low[slice][group], through: high[slice][group])
            let least = places.reduce(0) { $0 + low[slice][$1.group] }
            let most = places.reduce(0) { $0 + high[slice][$1.group] }
            set((slice, group), least, most)
        }
    }

    /// Narrows counts that are together within a range.
    private mutating func narrow(
        _ places: [(slice: Int, group: Int)], from: Int32, through: Int32
    ) {
        let least = places.reduce(0) { $0 + low[$1.slice][$1.group] }
        let most = places.reduce(0) { $0 + high[$1.slice][$1.group] }
        for place in places {
            let own = (low[place.slice][place.group], high[place.slice][place.group])
            set(place, from - (most - own.1), through - (least - own.0))
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
        hasChanged = true
    }
}
