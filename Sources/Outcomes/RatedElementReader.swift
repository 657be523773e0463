import Basics
import Model

/// Averages staff's newest ratings of core elements and of their cooperation.
struct RatedElementReader {
    private(set) var figures: [RatedElementFigure] = []

    init(_ frame: Frame) {
        let ranges = frame.grouping.caseRanges
        for group in frame.grouping.groups.indices {
            add(group, frame.grouping.order[ranges[group]], frame)
        }
    }

    private mutating func add(_ group: Int, _ cases: ArraySlice<Int32>, _ frame: Frame) {
        let declared = frame.grouping.groups[group]
        guard
            let programme = frame.programmes.first(where: {
                $0.programme.name == declared.programme
            })?.programme
        else { return }
        for element in programme.coreElements + programme.relationalCapacity {
            guard let figure = figure(element, cases, frame) else { continue }
            figures.append(
                RatedElementFigure(
                    group: group, programme: programme.name, element: element.name,
                    cases: figure.cases, mean: figure.mean))
        }
    }

    private func figure(
        _ element: RatedElement, _ cases: ArraySlice<Int32>, _ frame: Frame
    ) -> (cases: Int, mean: Double)? {
        let names = frame.input.indicators.indicatorNames
        guard let index = names.firstIndex(of: element.indicator) else { return nil }
        let ratings = cases.compactMap {
            frame.indicators.newest(of: Int32(index), in: Int($0))
        }.sorted()
        guard !ratings.isEmpty else { return nil }
        let sum = ratings.reduce(0.0) { $0 + $1.value }
        return (ratings.count, sum / Double(ratings.count))
    }
}

extension Grouping {
    /// Where each group's cases stand in `order`: its teams stand together.
    var caseRanges: [Range<Int>] {
        var ranges = [Range<Int>?](repeating: nil, count: groups.count)
        for leaf in leaves {
            for group in leaf.groups {
                let from = ranges[group]?.lowerBound ?? leaf.cases.lowerBound
                ranges[group] = from..<leaf.cases.upperBound
            }
        }
        return ranges.map { $0 ?? 0..<0 }
    }
}
