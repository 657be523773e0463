import Basics
import Model
import Scoring

/// The end of a line, which names the score's band; kept for every score met, since there are few.
struct BandMemory {
    private struct Key: Hashable {
        var scale: Int
        var informant: Int
        var form: Int
        var value: Ratio
    }

    private let bandSet: String?
    private let isJSON: Bool
    /// Whether a scale's bands hang on no more than informant and form.
    private let isKept: [Bool]
    private var texts: [Key: [UInt8]] = [:]
    private let none: [UInt8]

    init(_ instrument: Instrument, bandSet: String?, isJSON: Bool) {
        self.bandSet = bandSet
        self.isJSON = isJSON
        isKept = instrument.scales.map { scale in
            scale.bandSets.allSatisfy { $0.bounds.allSatisfy { $0.key.ages == nil } }
        }
        none = Array((isJSON ? ",\"band_set\":null,\"band\":null}" : ";;").utf8)
    }

    mutating func text(of score: ScaleScore, in row: ScoredRow, by scorer: Scorer) -> [UInt8] {
        guard let value = score.value else { return none }
        guard isKept[score.scale] else { return made(score, row, scorer) }
        let key = Key(
            scale: score.scale, informant: row.context.informant ?? -1,
            form: row.context.form ?? -1, value: value)
        if let text = texts[key] { return text }
        let text = made(score, row, scorer)
        // A mean of many answers may take any value; sums take a few dozen.
        if texts.count < 4096 { texts[key] = text }
        return text
    }

    private func made(_ score: ScaleScore, _ row: ScoredRow, _ scorer: Scorer) -> [UInt8] {
        guard let named = scorer.band(of: score, in: row, set: bandSet) else { return none }
        let text =
            isJSON
            ? ",\"band_set\":\"\(named.set)\",\"band\":\"\(named.band.name)\"}"
            : ";\(named.set);\(named.band.name)"
        return Array(text.utf8)
    }
}
