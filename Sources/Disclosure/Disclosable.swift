import Basics
import Model

/// Everything that figures are made of, before disclosure control.
public struct Disclosable: Sendable {
    public let conclusions: Conclusions
    /// As loaded: the conclusions' measures refer to them by index.
    public var instruments: [Instrument]
    public var programmes: [Programme]
    public var quality: [QualityCounts]
    /// The names of the groups, as nearly every table has them.
    let groupKeys: GroupKeys

    /// Makes a set of everything to protect.
    public init(
        _ conclusions: Conclusions, instruments: [Instrument] = [], programmes: [Programme] = [],
        quality: [QualityCounts] = []
    ) {
        self.conclusions = conclusions
        groupKeys = GroupKeys(conclusions.groups)
        self.instruments = instruments
        self.programmes = programmes
        self.quality = quality
    }

    /// How many decimals means of a scale are published with: one more than an answer has, at
    /// most two.
    func decimals(instrument: Int) -> Int {
        guard instruments.indices.contains(instrument) else { return 1 }
        return instruments[instrument].answerUnit > 1 ? 2 : 1
    }
}
