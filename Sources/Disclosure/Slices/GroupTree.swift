import Model

/// The groups of a run as a tree: everything, programmes, municipalities, teams.
///
/// Groups stand in preorder, a sum before its parts.
struct GroupTree: Sendable {
    /// The group that each is a part of, or -1.
    let parents: [Int32]
    /// Where each group's parts begin in `children`; one more than there are groups.
    let starts: [Int32]
    let children: [Int32]
    /// The group of everything, if there is one.
    let all: Int?
    /// The groups that have parts, each before its parts.
    let wholes: [Int]
    /// The groups that are the only part of another, parts before what they are part of.
    let onlyParts: [Int]

    /// How many groups there are.
    var count: Int { parents.count }

    /// Teams stand apart where nothing is known of them.
    init(_ groups: [Group], hasTeams: Bool = true) {
        var last = [Int32](repeating: -1, count: Group.Level.allCases.count)
        var parents: [Int32] = []
        for (index, group) in groups.enumerated() {
            let level = Int(group.level.rawValue)
            let isApart = !hasTeams && group.level == .team
            parents.append(isApart ? -1 : last[..<level].last { $0 >= 0 } ?? -1)
            last[level] = Int32(index)
            for lower in (level + 1)..<max(level + 1, last.count) { last[lower] = -1 }
        }
        self.init(parents: parents, all: groups.first?.level == .all ? 0 : nil)
    }

    init(parents: [Int32], all: Int?) {
        self.parents = parents
        self.all = all
        var starts = [Int32](repeating: 0, count: parents.count + 1)
        for parent in parents where parent >= 0 { starts[Int(parent) + 1] += 1 }
        for group in parents.indices { starts[group + 1] += starts[group] }
        var next = starts
        var children = [Int32](repeating: 0, count: Int(starts[parents.count]))
        for (group, parent) in parents.enumerated() where parent >= 0 {
            children[Int(next[Int(parent)])] = Int32(group)
            next[Int(parent)] += 1
        }
        self.starts = starts
        self.children = children
        wholes = parents.indices.filter { starts[$0 + 1] > starts[$0] }
        onlyParts = parents.indices.reversed().filter { group in
            let parent = Int(parents[group])
            return parent >= 0 && starts[parent + 1] - starts[parent] == 1
        }
    }

    func hasParts(_ group: Int) -> Bool { starts[group + 1] > starts[group] }

    /// Whether a group is no part of another and has none.
    func standsApart(_ group: Int) -> Bool { parents[group] < 0 && !hasParts(group) }

    /// The tree without some groups, which then stand apart.
    func without(_ isAbsent: [Bool]) -> GroupTree {
        GroupTree(parents: parents.indices.map { isAbsent[$0] ? -1 : parents[$0] }, all: all)
    }

    /// The parts of a group, in order.
    func parts(_ group: Int) -> ArraySlice<Int32> {
        children[Int(starts[group])..<Int(starts[group + 1])]
    }

    /// The parts of every group, to be looked at many times over.
    @inline(__always)
    func withParts<Answer>(_ body: (GroupParts) -> Answer) -> Answer {
        starts.withUnsafeBufferPointer { starts in
            children.withUnsafeBufferPointer { children in
                body(GroupParts(starts: starts, children: children))
            }
        }
    }

    /// What any of the parts of each group has, one bit a column.
    func ofParts(_ bits: [UInt64]) -> [UInt64] {
        var ofParts = Array(repeating: UInt64(0), count: parents.count)
        ofParts.withUnsafeMutableBufferPointer { ofParts in
            for (group, parent) in parents.enumerated() where parent >= 0 {
                ofParts[Int(parent)] |= bits[group]
            }
        }
        return ofParts
    }
}

/// The parts of every group of a tree, while that stands still.
struct GroupParts {
    fileprivate let starts: UnsafeBufferPointer<Int32>
    fileprivate let children: UnsafeBufferPointer<Int32>

    /// The parts of a group, in order.
    @inline(__always)
    subscript(_ group: Int) -> Swift.Slice<UnsafeBufferPointer<Int32>> {
        children[Int(starts[group])..<Int(starts[group + 1])]
    }
}
