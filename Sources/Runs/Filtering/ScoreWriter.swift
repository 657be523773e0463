import Basics
import Intake
import Model
import Scoring

/// Writes scores as lines of bytes, without making a text of what is copied.
final class ScoreWriter {
    private static let header = [
        "case_id", "person_id", "informant", "date", "instrument", "scale", "value", "answered",
        "prorated", "band_set", "band",
    ]

    private let instrument: Instrument
    private let isJSON: Bool
    private let bandSet: String?
    private let pseudonyms: Pseudonyms?
    private let output: (UnsafeRawBufferPointer) -> Void
    /// What stands between the date and the value, by scale.
    private let scaleTexts: [[UInt8]]
    private var bands: BandMemory
    private var buffer: [UInt8] = []
    /// What the lines of a row begin with.
    private var lead: [UInt8] = []
    private var lastOwner: (identifier: ArraySlice<UInt8>, pseudonym: String) = ([], "")

    init(
        _ choice: InstrumentChoice, _ request: ScoreRequest, _ pseudonyms: Pseudonyms?,
        _ output: @escaping (UnsafeRawBufferPointer) -> Void
    ) {
        instrument = choice.instrument
        isJSON = request.format == .jsonl
        bandSet = request.bandSet
        self.pseudonyms = pseudonyms
        self.output = output
        let isJSON = isJSON
        scaleTexts = choice.instrument.scales.map { scale in
            let text =
                isJSON
                ? ",\"instrument\":\"\(scale.family)\",\"scale\":\"\(scale.name)\",\"value\":"
                : ";\(scale.family);\(scale.name);"
            return Array(text.utf8)
        }
        bands = BandMemory(choice.instrument, bandSet: request.bandSet, isJSON: isJSON)
    }

    /// Whether identifiers are replaced.
    var isPseudonymous: Bool { pseudonyms != nil }

    /// Writes the names of the columns; JSON lines bear theirs.
    func writeHeader() {
        guard !isJSON else { return }
        buffer += (ScoreWriter.header.joined(separator: ";") + "\n").utf8
        flush()
    }

    /// Hands on what has been written.
    func flush() {
        buffer.withUnsafeBytes { if !$0.isEmpty { output($0) } }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes the lines of one row, one a scale.
    func write(_ row: ScoredRow, by scorer: Scorer, _ identifiers: RowIdentifiers, _ index: Int) {
        writeLead(row, identifiers, index)
        for score in row.scores {
            buffer += lead
            buffer += scaleTexts[score.scale]
            write(score)
            buffer += bands.text(of: score, in: row, by: scorer)
            buffer.append(10)
        }
    }

    private func write(_ score: ScaleScore) {
        if let value = score.value {
            append(value)
        } else if isJSON {
            buffer += "null".utf8
        }
        buffer += isJSON ? ScoreWriter.answeredJSON : ScoreWriter.separator
        append(score.answered)
        if isJSON {
            buffer += score.isProrated ? ScoreWriter.proratedJSON : ScoreWriter.plainJSON
        } else {
            buffer += score.isProrated ? ScoreWriter.proratedCSV : ScoreWriter.plainCSV
        }
    }

    private static let separator = Array(";".utf8)
    private static let answeredJSON = Array(",\"answered\":".utf8)
    private static let proratedJSON = Array(",\"prorated\":true".utf8)
    private static let plainJSON = Array(",\"prorated\":false".utf8)
    private static let proratedCSV = Array(";yes".utf8)
    private static let plainCSV = Array(";no".utf8)
}

// What the lines of a row have in common.
extension ScoreWriter {
    private func writeLead(_ row: ScoredRow, _ identifiers: RowIdentifiers, _ index: Int) {
        let (owner, person) = names(identifiers, index)
        let informant = row.context.informant.map { instrument.informants[$0] } ?? ""
        let date = row.context.date?.iso ?? ""
        lead.removeAll(keepingCapacity: true)
        if isJSON {
            lead += "{\"case_id\":".utf8
            appendJSON(owner)
            lead += ",\"person_id\":".utf8
            appendJSON(person)
            lead += ",\"informant\":\"\(informant)\",\"date\":\"\(date)\"".utf8
        } else {
            appendCSV(owner)
            lead.append(UInt8(ascii: ";"))
            appendCSV(person)
            lead.append(UInt8(ascii: ";"))
            lead += informant.utf8
            lead.append(UInt8(ascii: ";"))
            lead += date.utf8
        }
    }

    /// The identifiers of a row, or their pseudonyms.
    private func names(
        _ identifiers: RowIdentifiers, _ row: Int
    ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        let owner = identifiers.ofCase(row)
        let person = identifiers.ofPerson(row)
        guard let pseudonyms else { return (owner, person) }
        let ownerText = String(decoding: owner, as: UTF8.self)
        // Exports stand by case: the last one's pseudonym is mostly this one's.
        if lastOwner.identifier != owner {
            lastOwner = (ArraySlice(Array(owner)), pseudonyms.ofCase(ownerText))
        }
        let shown = ArraySlice(Array(lastOwner.pseudonym.utf8))
        guard !person.isEmpty else { return (shown, person) }
        let name = pseudonyms.ofPerson(String(decoding: person, as: UTF8.self), case: ownerText)
        return (shown, ArraySlice(Array(name.utf8)))
    }

    private func appendCSV(_ field: ArraySlice<UInt8>) {
        guard field.contains(where: { $0 == 59 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
            lead += field
            return
        }
        lead.append(34)
        for byte in field {
            if byte == 34 { lead.append(byte) }
            lead.append(byte)
        }
        lead.append(34)
    }

    private func appendJSON(_ field: ArraySlice<UInt8>) {
        lead.append(34)
        for byte in field {
            switch byte {
            case 34, 92: lead += [92, byte]
            case 0..<32:
                lead += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: lead.append(byte)
            }
        }
        lead.append(34)
    }
}

// Numbers.
extension ScoreWriter {
    /// Writes a score with a point and at most twelve significant digits, rounded half away from
    /// zero; what is exact in fewer stands as it is.
    private func append(_ value: Ratio) {
        if value.numerator < 0 { buffer.append(UInt8(ascii: "-")) }
        let (whole, rest) = value.numerator.magnitude
            .quotientAndRemainder(dividingBy: value.denominator.magnitude)
        guard rest > 0 else { return append(Int(whole)) }
        let decimals = 12 - (whole == 0 ? 0 : String(whole).utf8.count)
        let power = (0..<max(0, decimals)).reduce(UInt64(1)) { power, _ in power * 10 }
        let scaled =
            (UInt128(rest) * UInt128(power) * 2 + UInt128(value.denominator.magnitude))
            / (2 * UInt128(value.denominator.magnitude))
        append(Int(whole + UInt64(scaled) / power))
        appendFraction(UInt64(scaled) % power, digits: decimals)
    }

    private func appendFraction(_ fraction: UInt64, digits: Int) {
        guard fraction > 0 else { return }
        var text = Array(String(fraction).utf8)
        text = [UInt8](repeating: 48, count: digits - text.count) + text
        while text.last == 48 { text.removeLast() }
        buffer.append(UInt8(ascii: "."))
        buffer += text
    }

    private func append(_ whole: Int) {
        if whole < 10 {
            buffer.append(48 + UInt8(whole))
        } else {
            buffer += String(whole).utf8
        }
    }
}
