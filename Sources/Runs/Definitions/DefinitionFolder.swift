import Basics
import Foundation
import Loading

/// The folder that holds a site's definitions, and the files read from it so far.
public final class DefinitionFolder {
    /// The kinds of definition, each with its folder.
    public enum Kind: String, Sendable, CaseIterable {
        case instruments = "Instruments"
        case intakes = "Intakes"
        case programmes = "Programmes"
        case budgets = "Budgets"
        case reports = "Reports"
        case pipelines = ""
    }

    /// The folder itself.
    public let root: String
    /// What was wrong in the files read, in the order of reading.
    public private(set) var findings: [Finding] = []
    /// Every file read, for the manifest.
    public private(set) var digests: [FileDigest] = []

    /// Names the folder, whether or not it exists.
    public init(root: String) {
        self.root = root
    }

    /// Finds the folder: the option, `VIRKNING_DEFINITIONS`, beside the pipeline, or installed.
    public static func locate(option: String?, beside pipeline: String?) -> DefinitionFolder {
        let environment = ProcessInfo.processInfo.environment["VIRKNING_DEFINITIONS"]
        if let named = option ?? environment { return DefinitionFolder(root: named) }
        if let pipeline {
            let folder = pipeline.parentFolder
            return DefinitionFolder(root: folder.isEmpty ? "." : folder)
        }
        if FileManager.default.fileExists(atPath: "Pipelines") {
            return DefinitionFolder(root: "Pipelines")
        }
        let program = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let installed = program.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "share/virkning/Pipelines")
        return DefinitionFolder(root: installed.path(percentEncoded: false))
    }

    /// The names of all definitions of a kind, in byte order.
    public func names(_ kind: Kind) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(kind))) ?? []
        return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
            .map { String($0.dropLast(5)) }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The path of a definition's file.
    public func path(_ kind: Kind, _ name: String) -> String { "\(folder(kind))/\(name).yaml" }

    /// Reads one definition; what is wrong with it is added to `findings`.
    public func load<Value: Sendable>(
        _ kind: Kind, _ name: String, as read: (String, String) -> Loaded<Value>
    ) -> Value? {
        load(path: path(kind, name), read) { missing(kind, name) }
    }

    /// Reads definitions of a kind side by side, and gives those that can be read in order.
    func load<Value: Sendable>(
        _ kind: Kind, all names: [String], workers: Int,
        as read: @Sendable (String, String) -> Loaded<Value>
    ) -> [Value] {
        let paths = names.map { path(kind, $0) }
        let files = Workers.map(paths.count, workers: workers) {
            DefinitionFolder.read(paths[$0], read)
        }
        return zip(names, files).compactMap { name, file in
            add(file, path: path(kind, name)) { missing(kind, name) }
        }
    }

    /// Reads a definition from its path.
    func load<Value: Sendable>(
        path: String, _ read: (String, String) -> Loaded<Value>, missing: () -> Finding
    ) -> Value? {
        add(DefinitionFolder.read(path, read), path: path, missing: missing)
    }

    /// A file and what it holds; nothing of the latter where it is not UTF-8.
    private typealias ReadFile<Value: Sendable> = (bytes: [UInt8], loaded: Loaded<Value>?)

    private static func read<Value: Sendable>(
        _ path: String, _ read: (String, String) -> Loaded<Value>
    ) -> ReadFile<Value>? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(data: data, encoding: .utf8)
        return (Array(data), text.map { read($0, path) })
    }

    /// Notes what was read of a file.
    private func add<Value: Sendable>(
        _ file: ReadFile<Value>?, path: String, missing: () -> Finding
    ) -> Value? {
        guard let file else {
            findings.append(missing())
            return nil
        }
        guard let loaded = file.loaded else {
            findings.append(
                Finding(.definitionNotReadable, .error, at: Place(path), "the file is not UTF-8"))
            return nil
        }
        findings += loaded.findings
        digests.append(FileDigest(of: file.bytes, as: relative(path)))
        return loaded.value
    }

    /// Refuses when any definition read so far is wrong.
    public func refuseIfWrong() throws {
        guard findings.isEmpty else { throw Refusal(.definitions, findings) }
    }

    /// Adds what was found wrong by those who know more than the reader.
    func report(_ more: [Finding]) {
        findings += more
    }

    private func folder(_ kind: Kind) -> String {
        kind.rawValue.isEmpty ? root : root + "/" + kind.rawValue
    }

    private func relative(_ path: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    private func missing(_ kind: Kind, _ name: String) -> Finding {
        let hint = NearMiss.hint(name, among: names(kind))
        return Finding(
            .definitionMissing, .error, at: Place(path(kind, name)),
            "there is no definition '\(name)'\(hint)")
    }
}
