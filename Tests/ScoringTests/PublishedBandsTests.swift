import Basics
import Model
import Testing

/// The SDQ's cut-off tables as they are printed (sdqinfo.org), worst band last.
private let threeBands = """
    total 0-13/14-16/17-40 0-11/12-15/16-40 0-15/16-19/20-40
    emotional 0-3/4/5-10 0-4/5/6-10 0-5/6/7-10
    conduct 0-2/3/4-10 0-2/3/4-10 0-3/4/5-10
    hyperactivity 0-5/6/7-10 0-5/6/7-10 0-5/6/7-10
    peer 0-2/3/4-10 0-3/4/5-10 0-3/4-5/6-10
    prosocial 6-10/5/0-4 6-10/5/0-4 6-10/5/0-4
    impact 0/1/2-10 0/1/2-6 0/1/2-10
    """

private let fourBands = """
    total 0-13/14-16/17-19/20-40 0-11/12-15/16-18/19-40 0-14/15-17/18-19/20-40
    emotional 0-3/4/5-6/7-10 0-3/4/5/6-10 0-4/5/6/7-10
    conduct 0-2/3/4-5/6-10 0-2/3/4/5-10 0-3/4/5/6-10
    hyperactivity 0-5/6-7/8/9-10 0-5/6-7/8/9-10 0-5/6/7/8-10
    peer 0-2/3/4/5-10 0-2/3-4/5/6-10 0-2/3/4/5-10
    prosocial 8-10/7/6/0-5 6-10/5/4/0-3 7-10/6/5/0-4
    impact 0/1/2/3-10 0/1/2/3-6 0/1/2/3-10
    """

@Suite("The SDQ's bands") struct PublishedBandsTests {
    @Test(arguments: [
        ("three-band", threeBands, ["normal", "borderline", "abnormal"]),
        ("four-band", fourBands, ["close-to-average", "slightly-raised", "high", "very-high"]),
    ])
    func areThePublishedTable(set name: String, table: String, bands: [String]) throws {
        let sdq = ShippedInstruments.instrument("sdq")
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: " ")
            let scale = try #require(sdq.scales.first { $0.name == "sdq.\(cells[0])" })
            let set = try #require(scale.bandSets.first { $0.name == name })
            for (informant, cell) in cells.dropFirst().enumerated() {
                for (place, span) in cell.split(separator: "/").enumerated() {
                    let ends = span.split(separator: "-").compactMap { Int($0) }
                    for score in ends[0]...ends[ends.count - 1] {
                        let context = ScoreContext(informant: informant, form: 1)
                        let found = try #require(set.band(of: Ratio(score), in: context))
                        let worst = scale.better == .lower ? found : bands.count - 1 - found
                        #expect(worst == place, "\(scale.name) \(informant) \(score)")
                    }
                }
            }
        }
    }

    @Test func theDefaultIsTheOriginalThree() {
        let sdq = ShippedInstruments.instrument("sdq")
        for scale in sdq.scales where !scale.bandSets.isEmpty {
            #expect(scale.bandSets[0].name == "three-band")
        }
    }
}
