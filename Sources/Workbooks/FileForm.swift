import Glibc

/// Where the bytes of a workbook come from.
public enum WorkbookSource: Sendable {
    case file(String)
    case bytes([UInt8])
}

/// What a file is by its first bytes, whatever its name says.
public enum FileForm: Sendable, Hashable {
    /// Neither of the others: text, as far as anybody knows.
    case text
    /// An archive such as every .xlsx is.
    case archive
    /// A compound file: a workbook of Excel until 2003, or one under a password.
    case compound

    /// Looks at the first bytes of a source.
    public static func of(_ source: WorkbookSource) throws(WorkbookFailure) -> FileForm {
        let start = try firstBytes(of: source)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .archive }
        return start == compoundMark ? .compound : .text
    }

    private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    private static func firstBytes(of source: WorkbookSource) throws(WorkbookFailure) -> [UInt8] {
        switch source {
        case .bytes(let bytes): return Array(bytes.prefix(compoundMark.count))
        case .file(let path):
            var start: [UInt8] = []
            try eachChunk(of: path, size: compoundMark.count) { chunk in
                start = Array(chunk)
                return false
            }
            return start
        }
    }

    /// Whether a compound file holds a workbook under a password.
    ///
    /// Such a file has a stream named `EncryptedPackage`, in UTF-16 (MS-OFFCRYPTO 2.3.4.4).
    static func isLocked(_ source: WorkbookSource) throws(WorkbookFailure) -> Bool {
        let name = Array("EncryptedPackage".utf8).flatMap { letter -> [UInt8] in [letter, 0] }
        switch source {
        case .bytes(let bytes): return bytes.firstRange(of: name) != nil
        case .file(let path):
            var tail: [UInt8] = []
            var isFound = false
            try eachChunk(of: path, size: 1 << 20) { chunk in
                tail += chunk
                isFound = tail.firstRange(of: name) != nil
                tail = Array(tail.suffix(name.count))
                return !isFound
            }
            return isFound
        }
    }

    /// Reads a file in pieces until the reader has had enough.
    private static func eachChunk(
        of path: String, size: Int, _ goesOn: (UnsafeRawBufferPointer) -> Bool
    ) throws(WorkbookFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(errno) }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { buffer.deallocate() }
        while true {
            let got = read(descriptor, buffer.baseAddress, size)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(errno) }
            if got == 0 || !goesOn(UnsafeRawBufferPointer(rebasing: buffer[..<got])) { return }
        }
    }
}
