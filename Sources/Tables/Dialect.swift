/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case latin1 = "iso-8859-1"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
}

/// How the records of a file are written as characters.
public struct Dialect: Sendable, Hashable {
    /// The byte between two fields.
    public var delimiter: UInt8
    /// The byte round a field that holds delimiters, quotes or line breaks; doubled inside it.
    public var quote: UInt8
    /// How characters are written as bytes.
    public var encoding: TextEncoding

    /// Makes a dialect; the canonical one has semicolons, double quotes and UTF-8.
    public init(
        delimiter: UInt8 = UInt8(ascii: ";"), quote: UInt8 = UInt8(ascii: "\""),
        encoding: TextEncoding = .utf8
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.encoding = encoding
    }
}

/// The bounds that keep a broken or hostile file from taking all memory or all time.
public struct ReadingLimits: Sendable, Hashable {
    /// The most bytes that one field may have.
    public var fieldBytes = 1 << 20
    /// The most bytes that one record may have.
    public var recordBytes = 4 << 20
    /// The most fields that one record may have.
    public var fields = 4096
    /// How many bytes may be read again after malformed records, beside `rewoundShare`.
    public var rewoundBytes = 64 << 20
    /// How many times the bytes read so far may be read again.
    public var rewoundShare = 4
    /// How many bytes of a malformed record are shown.
    public var shownBytes = 4096

    /// Makes the usual limits.
    public init() {}
}
