import Basics
import ReportModel

/// Makes a family's blocks fit one A4 page in two columns: charts that find no room are folded
/// away, from the last trajectory on and wheels at the end. On paper their figures stand in the
/// sentences; on a screen a reader unfolds them.
///
/// Heights are estimates in millimetres, on the large side: columns break between blocks only.
func onOneSheet(_ blocks: [Block], _ language: Language) -> [Block] {
    let words = Words(language: language)
    var blocks = blocks
    let trajectories = blocks.indices.filter { blocks[$0].wheel == nil }
    let wheels = blocks.indices.filter { blocks[$0].wheel != nil }
    for index in trajectories.reversed() + wheels.reversed() {
        if blocks.reduce(0, { $0 + height($1, language) }) <= room { break }
        guard case .chart(let chart) = blocks[index] else { continue }
        blocks[index] = .details(
            summary: words.say("Diagram: ", "Chart: ") + chart.title, [.chart(chart)])
    }
    return blocks
}

/// Two columns of 245 mm less what a broken column wastes.
private let room = 445.0

extension Block {
    fileprivate var wheel: Wheel? {
        guard case .chart(let chart) = self, case .wheel(let wheel) = chart.drawing else {
            return nil
        }
        return wheel
    }
}

private func height(_ block: Block, _ language: Language) -> Double {
    switch block {
    case .heading: 8
    case .paragraph(let prose): lines(prose, language) * 4.3 + 2
    case .list(let items, _): items.reduce(2) { $0 + lines($1, language) * 4.3 }
    case .table(let table): 14 + Double(table.rows.count) * 5.5
    case .chart(let chart): height(chart)
    case .tiles, .callout: 40
    case .details, .footnote: 0
    }
}

private func height(_ chart: Chart) -> Double {
    switch chart.drawing {
    case .wheel: 97
    case .trajectory(let chart): 50 + Double(chart.series.count) * 5
    case .ladder, .dumbbell, .stackedShares, .controlChart, .funnel, .tornado, .cumulativeNet,
        .smallMultiples:
        80
    }
}

/// A column holds about fifty letters a line.
private func lines(_ prose: Prose, _ language: Language) -> Double {
    (Double(prose.plain(in: language).count) / 50).rounded(.up)
}
