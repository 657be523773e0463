import Glibc

/// Where the bytes of a table come from.
public enum ByteSource: Sendable {
    case file(String)
    case standardInput
    case bytes([UInt8])
    /// Records that were rows of a sheet: each counts as one line, however many its cells have,
    /// and has at least so many fields.
    case rows([UInt8], leastFields: Int)

    /// The bytes of a text in UTF-8.
    public static func text(_ text: String) -> ByteSource { .bytes(Array(text.utf8)) }
}

extension ByteSource {
    /// The bytes, where they are held in memory.
    fileprivate var held: [UInt8]? {
        switch self {
        case .bytes(let bytes), .rows(let bytes, _): bytes
        case .file, .standardInput: nil
        }
    }

    /// How many fields every record has at least, where records were rows of a sheet.
    var leastFields: Int? {
        guard case .rows(_, let leastFields) = self else { return nil }
        return leastFields
    }
}

/// Why a file could not be read: the system's number and its sentence, without the path.
public struct ReadFailure: Error, Sendable, Hashable {
    /// The system's error number.
    public let number: Int32

    /// Makes the failure of an error number.
    public init(number: Int32) {
        self.number = number
    }

    /// The system's sentence, such as `No such file or directory`.
    public var sentence: String { String(cString: strerror(number)) }
}

/// An open source of bytes; closed when it goes out of use.
struct ByteStream: ~Copyable {
    private let descriptor: Int32
    private let bytes: [UInt8]
    private var at = 0

    init(_ source: ByteSource) throws(ReadFailure) {
        let opened = try ByteStream.descriptor(of: source)
        descriptor = opened
        bytes = source.held ?? []
    }

    private static func descriptor(of source: ByteSource) throws(ReadFailure) -> Int32 {
        switch source {
        case .bytes, .rows: return -1
        case .standardInput: return 0
        case .file(let path):
            let opened = open(path, O_RDONLY | O_CLOEXEC)
            guard opened >= 0 else { throw ReadFailure(number: errno) }
            return opened
        }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    /// Reads at most `count` bytes; 0 at the end.
    mutating func read(
        into target: UnsafeMutablePointer<UInt8>, count: Int
    ) throws(ReadFailure) -> Int {
        guard descriptor >= 0 else { return copy(into: target, count: count) }
        while true {
            let got = Glibc.read(descriptor, target, count)
            if got >= 0 { return got }
            guard errno == EINTR else { throw ReadFailure(number: errno) }
        }
    }

    private mutating func copy(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
        let length = min(count, bytes.count - at)
        bytes.withUnsafeBufferPointer { source in
            guard length > 0, let base = source.baseAddress else { return }
            target.update(from: base + at, count: length)
        }
        at += length
        return length
    }
}
