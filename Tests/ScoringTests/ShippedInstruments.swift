import Foundation
import Loading
import Model
import TestSupport

/// The instruments that stand in the definitions folder.
enum ShippedInstruments {
    static let folder = Folders.package + "Pipelines/Instruments"

    /// The names of the definitions, in byte order.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func text(_ name: String) -> String {
        (try? String(contentsOfFile: "\(folder)/\(name).yaml", encoding: .utf8)) ?? ""
    }

    /// Reads a definition, perhaps changed; a test fails where it cannot be read.
    static func load(_ name: String) -> Loaded<Instrument> {
        loadInstrument(yaml: text(name), path: "Instruments/\(name).yaml")
    }

    static func instrument(_ name: String) -> Instrument {
        let loaded = load(name)
        guard let instrument = loaded.value else {
            preconditionFailure(loaded.findings.map(\.line).joined(separator: "\n"))
        }
        return instrument
    }
}
