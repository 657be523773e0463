/// How many persons each group has; one who has several cases counts once.
struct People {
    /// By group.
    let counts: [Int]

    init(_ frame: Frame) {
        var counts = [Int](repeating: 0, count: frame.grouping.groups.count)
        for leaf in frame.grouping.leaves {
            let persons = leaf.cases.reduce(0) {
                $0 + frame.gathering.family.count(Int(frame.grouping.order[$1]))
            }
            for group in leaf.groups { counts[group] += persons }
        }
        if !frame.identities.courses.isEmpty {
            for (group, known) in People.mentions(frame).enumerated() {
                counts[group] -= Identities.repeats(known)
            }
        }
        self.counts = counts
    }

    /// Those who are known in several cases, by group and once for each case.
    private static func mentions(_ frame: Frame) -> [[Int32]] {
        var mentions = [[Int32]](repeating: [], count: frame.grouping.groups.count)
        for leaf in frame.grouping.leaves {
            for at in leaf.cases {
                let persons = frame.gathering.family[Int(frame.grouping.order[at])]
                let known = persons.map { frame.identities.identity[Int($0)] }.filter { $0 >= 0 }
                if known.isEmpty { continue }
                for group in leaf.groups { mentions[group] += known }
            }
        }
        return mentions
    }
}
