import Basics
import Loading
import Model
import Scoring

/// An instrument and those of its scales that somebody asked for.
struct InstrumentChoice: Sendable {
    var instrument: Instrument
    /// Whether each scale is asked for.
    var scales: [Bool]

    /// Finds an instrument by its name, an edition or scale of it, or an alias.
    ///
    /// - Throws: `Refusal` when the name is unknown or the definition is wrong.
    static func named(_ name: String, in root: String) throws -> InstrumentChoice {
        let name = name.lowercased()
        let names = DefinitionFolder(root: root).names(.instruments)
        if names.contains(name) { return try whole(name, in: root) }
        let instruments = names.compactMap { load($0, in: DefinitionFolder(root: root)) }
        for instrument in instruments {
            let scales = instrument.scales.map { $0.name == name || $0.family == name }
            if scales.contains(true) {
                return InstrumentChoice(
                    instrument: try whole(instrument.name, in: root).instrument, scales: scales)
            }
        }
        if let instrument = instruments.first(where: { $0.aliases.contains(name) }) {
            return try whole(instrument.name, in: root)
        }
        throw unknown(name, instruments, names)
    }

    private static func whole(_ name: String, in root: String) throws -> InstrumentChoice {
        let folder = DefinitionFolder(root: root)
        let instrument = load(name, in: folder)
        try folder.refuseIfWrong()
        guard let instrument else { throw Refusal(.definitions, folder.findings) }
        return InstrumentChoice(
            instrument: instrument, scales: instrument.scales.map { _ in true })
    }

    private static func load(_ name: String, in folder: DefinitionFolder) -> Instrument? {
        let instrument = folder.load(.instruments, name) { loadInstrument(yaml: $0, path: $1) }
        guard let instrument else { return nil }
        folder.report(verifyExamples(instrument, file: folder.path(.instruments, name)))
        return folder.widened(instrument)
    }

    private static func unknown(
        _ name: String, _ instruments: [Instrument], _ names: [String]
    ) -> Refusal {
        let known = names + instruments.flatMap { $0.aliases + $0.scales.map(\.family) }
        return .unknownName(
            "instrument", name, among: Array(Set(known)).sorted(),
            alsoNear: instruments.flatMap { $0.scales.map(\.name) })
    }
}

extension Scale {
    /// What stands before the dot, such as `ors` of `ors.total`.
    var family: String { name.split(separator: ".").first.map(String.init) ?? name }
}

extension Refusal {
    /// A name that was typed and is not known.
    static func unknownName(
        _ kind: String, _ name: String, among known: [String], alsoNear more: [String] = [],
        remedy: String? = nil
    ) -> Refusal {
        let hint = NearMiss.hint(name, among: known + more)
        let all = known.joined(separator: ", ")
        return Refusal(
            .usage,
            [
                Finding(
                    .nameUnknown, .error, at: Place("virkning"),
                    "\(kind) '\(name)' is not known\(hint)",
                    remedy: remedy ?? (known.isEmpty ? nil : "known are: \(all)"))
            ])
    }
}
