import Basics
import Model
import Tables

extension FileRun {
    /// The dialect to read the file in, with findings about its encoding.
    mutating func dialect(_ known: KnownColumns) throws(ReadFailure) -> Dialect {
        var dialect = Dialect()
        dialect.encoding = try encoding()
        if let delimiter = file.layout.delimiter.byte {
            dialect.delimiter = delimiter
        } else if case .standardInput = file.source {
            return dialect
        } else {
            let choice = try DelimiterChoice.best(
                for: file.source, dialect: dialect, known: known)
            dialect.delimiter = choice.delimiter
        }
        return dialect
    }

    /// The encoding that the layout names, or the one that fits the whole file.
    private mutating func encoding() throws(ReadFailure) -> TextEncoding {
        if case .standardInput = file.source { return declared ?? .utf8 }
        let survey = try EncodingSurvey.of(file.source)
        tellDoubleEncoding(survey)
        tellZeros(survey)
        guard let declared else {
            tellGuess(survey)
            return survey.encoding
        }
        if declared == .utf8, let spot = survey.notUTF8 { tellWrong(spot, declared) }
        if declared == .windows1252, let spot = survey.undefined { tellWrong(spot, declared) }
        return declared
    }

    private var declared: TextEncoding? { TextEncoding(rawValue: file.layout.encoding.rawValue) }

    private mutating func tellGuess(_ survey: EncodingSurvey) {
        if let spot = survey.notUTF8 {
            reception.findings.report(
                Finding(
                    .encodingGuessed, .note, at: Place(file.name, line: spot.line),
                    "byte \(hexadecimal(spot.byte)) is no UTF-8; "
                        + "the file is read as windows-1252"))
        }
        if let spot = survey.undefined { tellWrong(spot, .windows1252) }
    }

    /// Bytes that are 0: UTF-16 without a mark, UTF-32, or what is no text.
    private mutating func tellZeros(_ survey: EncodingSurvey) {
        guard let first = survey.firstZero else { return }
        if survey.isUnmarkedUTF16, declared == nil {
            reception.findings.report(
                Finding(
                    .encodingGuessed, .note, at: Place(file.name),
                    "every second byte is 0 and there is no byte order mark; the file is read as "
                        + survey.encoding.rawValue))
        } else if 5 * survey.zeros > 3 * survey.byteCount {
            refuse(
                .encodingWrong,
                "\(survey.zeros) of \(survey.byteCount) bytes are 0, as in UTF-32 and in what is no "
                    + "text; the file is refused")
        } else if !survey.isUTF16 {
            reception.findings.report(
                Finding(
                    .encodingWrong, .warning, at: Place(file.name, line: first.line),
                    "\(survey.zeros) \(survey.zeros == 1 ? "byte is" : "bytes are") 0, which no "
                        + "text has; the first is at position \(first.offset)"))
        }
    }

    private mutating func tellWrong(_ spot: EncodingSurvey.Spot, _ encoding: TextEncoding) {
        reception.findings.report(
            Finding(
                .encodingWrong, .warning, at: Place(file.name, line: spot.line),
                "byte \(hexadecimal(spot.byte)) at position \(spot.offset) means nothing in "
                    + encoding.rawValue))
    }

    private mutating func tellDoubleEncoding(_ survey: EncodingSurvey) {
        guard survey.doubleEncoded > 0 else { return }
        reception.findings.report(
            Finding(
                .encodingTwice, .warning, at: Place(file.name),
                "\(survey.doubleEncoded) letters are written in UTF-8 twice over, "
                    + "such as 'Ã¸' for 'ø'"))
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

extension IntakeLayout.Delimiter {
    /// The byte, or nothing where it is to be found out.
    var byte: UInt8? {
        switch self {
        case .automatic: nil
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: 9
        case .bar: UInt8(ascii: "|")
        }
    }
}

extension EncodingSurvey {
    fileprivate var isUTF16: Bool {
        encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    }
}
