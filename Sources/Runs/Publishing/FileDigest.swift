import Basics
import Crypto
import Foundation

/// A file as a manifest names it.
public struct FileDigest: Sendable, Hashable, Codable {
    /// Relative to the folder that the manifest speaks of.
    public var path: String
    public var bytes: Int
    /// SHA-256 in hexadecimal.
    public var sha256: String

    /// Reads a file in blocks and digests it; refuses when it cannot be read.
    init(of file: String, as path: String) throws {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal.inputUnreadable(file, errno) }
        defer { close(descriptor) }
        var hash = SHA256()
        var total = 0
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = read(descriptor, block.baseAddress!, block.count)
            guard count >= 0 else { throw Refusal.inputUnreadable(file, errno) }
            if count == 0 { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[..<count]))
            total += count
        }
        self.init(path: path, bytes: total, sha256: hex(hash.finalize()))
    }

    /// Digests a text.
    init(of content: some DataProtocol, as path: String) {
        self.init(path: path, bytes: content.count, sha256: hex(SHA256.hash(data: content)))
    }

    /// Names a file that was digested while it was written.
    init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// Bytes as lower-case hexadecimal.
func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

extension Refusal {
    /// A file or folder of the input that the system refuses to read.
    static func inputUnreadable(_ path: String, _ code: Int32) -> Refusal {
        let cause = String(cString: strerror(code)).lowercased()
        return Refusal(
            .inputUnreadable,
            [Finding(.inputUnreadable, .error, at: Place(path), "cannot be read: \(cause)")])
    }
}
