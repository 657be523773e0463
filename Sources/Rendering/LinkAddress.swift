import Basics
import ReportModel

/// A link target as an address that is safe to click, or nothing when there is none.
enum LinkAddress {
    /// The address of a target, with `pageExtension` for pages of the run.
    static func of(_ target: LinkTarget, pageExtension: String) -> String? {
        switch target {
        case .page(let path): relative(path + "." + pageExtension)
        case .file(let path): relative(path)
        case .anchor(let name): "#" + encoded(name)
        case .address(let address): isTrusted(address) ? encoded(address, isWhole: true) : nil
        }
    }

    private static func isTrusted(_ address: String) -> Bool {
        let lower = address.lowercased()
        return lower.hasPrefix("https://") || lower.hasPrefix("mailto:")
    }

    /// A relative path; its colons are encoded, so that it can never name a scheme.
    private static func relative(_ path: String) -> String? {
        path.hasPrefix("/") || path.hasPrefix("\\") ? nil : encoded(path)
    }

    private static func cut(_ text: String) -> String {
        String(decoding: text.utf8.prefix(InertText.longest), as: UTF8.self)
    }

    /// Percent-encodes every byte that is not plainly part of a path, or of a whole address.
    private static func encoded(_ text: String, isWhole: Bool = false) -> String {
        let allowed = Set((isWhole ? "-._~/:?#&=%@,;+" : "-._~/").utf8)
        var result = ""
        for byte in CivilRegistrationNumber.masked(cut(text)).utf8 {
            let isAlphanumeric =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            if isAlphanumeric || allowed.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += "%" + (hex.count == 1 ? "0" : "") + hex
            }
        }
        return result
    }
}
