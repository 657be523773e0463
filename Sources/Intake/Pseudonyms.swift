import Basics
import Crypto
import Foundation

/// Replaces identifiers by pseudonyms: HMAC-SHA-256 under a key that only the site holds.
///
/// The same identifier has the same pseudonym under the same key, so that people can be followed
/// and never looked up (RFC 2104; FIPS 180-4).
public struct Pseudonyms: Sendable {
    /// The authentication begun with the key, which every pseudonym goes on from.
    private let keyed: HMAC<SHA256>

    /// Makes pseudonyms under a key of at least 32 bytes.
    public init(key: [UInt8]) {
        precondition(key.count >= 32, "a key of \(key.count) bytes, not 32")
        keyed = HMAC(key: SymmetricKey(data: key))
    }

    /// The pseudonym of a case: 16 hexadecimal digits.
    public func ofCase(_ identifier: String) -> String { digits("case", identifier) }

    /// The pseudonym of a person, whose identifier is unique within a case.
    public func ofPerson(_ identifier: String, case owner: String) -> String {
        digits("person", owner + "\u{1F}" + identifier)
    }

    /// The pseudonym of any other identifier, such as a goal's.
    public func of(_ identifier: String) -> String { digits("other", identifier) }

    /// What a case's pseudonym is written from: numbers are in the order of their pseudonyms.
    public func numberOfCase(_ identifier: String) -> UInt64 { number("case", identifier) }

    /// What a person's pseudonym is written from: numbers are in the order of their pseudonyms.
    public func numberOfPerson(_ identifier: String, case owner: String) -> UInt64 {
        number("person", owner + "\u{1F}" + identifier)
    }

    private static func digits(_ number: UInt64) -> String {
        String(unsafeUninitializedCapacity: 16) { text in
            for place in 0..<16 {
                text[place] = hexadecimal[Int(number >> UInt64(60 - 4 * place) & 15)]
            }
            return 16
        }
    }

    private func digits(_ kind: String, _ identifier: String) -> String {
        Pseudonyms.digits(number(kind, identifier))
    }

    private func number(_ kind: String, _ identifier: String) -> UInt64 {
        var code = keyed
        var message = kind + "\u{1F}" + identifier
        message.withUTF8 { code.update(data: UnsafeRawBufferPointer($0)) }
        return code.finalize().withUnsafeBytes { bytes in
            UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        }
    }

    private static let hexadecimal = Array("0123456789abcdef".utf8)
}

extension Pseudonyms {
    /// Reads the key of a file, or makes the file with a new key when there is none.
    ///
    /// The file holds 64 hexadecimal digits and is readable by its owner only; throws a refusal
    /// when it is not, or cannot be read or made.
    public static func underKey(at path: String) throws(Refusal) -> Pseudonyms {
        if let attributes = try? FileManager.default.attributesOfItem(atPath: path) {
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
            guard mode & 0o077 == 0 else {
                throw refusal(
                    .keyFileOpen, .inputUnreadable, path,
                    "the key file can be read by others than its owner",
                    remedy: "run: chmod 600 \(path)")
            }
            return Pseudonyms(key: try key(at: path))
        }
        return Pseudonyms(key: try newKey(at: path))
    }

    private static func key(at path: String) throws(Refusal) -> [UInt8] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let key = bytes(ofHexadecimal: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            key.count >= 32
        else {
            throw refusal(
                .keyFileWrong, .inputUnreadable, path, "the key file holds no key",
                remedy: "restore it; a new key would give every person a new pseudonym")
        }
        return key
    }

    private static func newKey(at path: String) throws(Refusal) -> [UInt8] {
        let key = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
        let text = key.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        let folder = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // Exclusively: another run that makes the key at the same time must not be overwritten.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return try Pseudonyms.key(at: path) }
            throw refusal(
                .keyFileWrong, .outputNotWritable, path, "the key file cannot be made",
                remedy: "give the program write access to its folder")
        }
        defer { close(file) }
        let bytes = Array((text + "\n").utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw refusal(
                .keyFileWrong, .outputNotWritable, path, "the key file cannot be written",
                remedy: "see whether the disk is full")
        }
        return key
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] * 16 + digits[$0 + 1])
        }
    }

    private static func refusal(
        _ code: FindingCode, _ reason: Refusal.Reason, _ path: String, _ summary: String,
        remedy: String
    ) -> Refusal {
        Refusal(reason, [Finding(code, .error, at: Place(path), summary, remedy: remedy)])
    }
}
