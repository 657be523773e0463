import Basics
import Foundation
import Model

/// The record of a published period: what it was made from, how, and what was written.
///
/// It holds no clock, so the same input gives the same manifest.
public struct Manifest: Sendable, Hashable, Codable {
    public var program: String
    public var version: String
    public var pipeline: String
    public var period: String
    public var asOf: String
    public var locale: String
    public var profile: String
    /// Options that change a figure, by name.
    public var options: [String: String]
    public var inputs: [FileDigest]
    public var definitions: [FileDigest]
    public var outputs: [FileDigest]
    /// Rows in and out of each stage, by stage and then by what is counted.
    public var counts: [String: [String: Int]]
    /// Earlier periods whose figures this one had to agree with and is compared with.
    public var earlier: [FileDigest]

    /// The option under which what stands for the list of withdrawn consents is recorded.
    static let withdrawals = "withdrawals"

    /// The options of a pipeline's rules for small numbers.
    static func options(_ rules: SmallNumbers) -> [String: String] {
        [
            "hide-under": String(rules.threshold), method: rules.method.rawValue,
            smallChange: rules.smallChange.rawValue,
        ]
    }

    /// Whether its figures stand as they were last shown wherever nothing newer could be.
    var keepsEarlier: Bool {
        options[Manifest.method] == SmallNumbers.Method.suppress.rawValue
            && options[Manifest.smallChange] == SmallNumbers.SmallChange.keepPrevious.rawValue
    }

    private static let method = "method"
    private static let smallChange = "small-change"

    /// The manifest as JSON with sorted keys.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// The name of the file that holds it.
    static let file = "manifest.json"

    /// Reads the manifest of a published folder, or gives nothing where there is none that can be
    /// read.
    static func read(folder: String) -> Manifest? {
        guard let data = FileManager.default.contents(atPath: folder + "/" + file) else {
            return nil
        }
        return try? JSONDecoder().decode(Manifest.self, from: data)
    }

    /// Reads the manifest of a folder that may be that of an earlier period, or gives nothing
    /// where it is none.
    ///
    /// - Throws: `Refusal` when the folder holds figures whose manifest is not there or cannot be
    ///   read.
    static func earlier(folder: String) throws -> Manifest? {
        if let manifest = read(folder: folder) { return manifest }
        for sign in [file, "data"]
        where FileManager.default.fileExists(atPath: folder + "/" + sign) {
            throw Refusal.earlierUnreadable(folder + "/" + file, "cannot be read")
        }
        return nil
    }
}
