import Basics
import Model
import Scoring

/// The end of a line, which names the score's band; kept for every score met, since there are few.
struct BandMemory {
    private let bandSet: String?
    private let isJSON: Bool
    /// Whether the bands of a scale in the set in use hang on no more than informant and form.
    private let isKept: [Bool]
    private var texts: [UInt64: [UInt8]] = [:]
    private let none: [UInt8]

    init(_ instrument: Instrument, bandSet: String?, isJSON: Bool) {
        self.bandSet = bandSet
        self.isJSON = isJSON
        isKept = instrument.scales.map { scale in
            let used =
                bandSet == nil
                ? scale.bandSets.first : scale.bandSets.first { $0.name == bandSet }
            return used?.bounds.allSatisfy { $0.key.ages == nil } ?? true
        }
        none = Array((isJSON ? ",\"band_set\":null,\"band\":null}" : ";;").utf8)
    }

    mutating func text(of score: ScaleScore, in row: ScoredRow, by scorer: Scorer) -> [UInt8] {
        guard let value = score.value else { return none }
        guard isKept[score.scale], let key = key(score.scale, value, row.context) else {
            return made(score, row, scorer)
        }
        if let text = texts[key] { return text }
        let text = made(score, row, scorer)
        // A mean of many answers may take any value; sums take a few dozen.
        if texts.count < 4096 { texts[key] = text }
        return text
    }

    /// All that a band hangs on in one number; nothing where it does not fit.
    private func key(_ scale: Int, _ value: Ratio, _ context: ScoreContext) -> UInt64? {
        let (informant, form) = (context.informant ?? 255, context.form ?? 255)
        guard scale < 256, context.informant != 255, informant < 256, context.form != 255,
            form < 256, value.denominator < 1 << 16,
            (0..<1 << 24).contains(value.numerator)
        else { return nil }
        let who = scale << 16 | informant << 8 | form
        return UInt64(who) << 40 | UInt64(value.numerator) << 16 | UInt64(value.denominator)
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
