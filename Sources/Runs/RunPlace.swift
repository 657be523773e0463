import Basics
import Foundation
import Model

/// Where a run reads and writes, once the request and the pipeline are put together.
struct RunPlace: Sendable {
    var input: String
    /// Where this edition goes: `reports`, or `privately` for an internal one.
    var published: String
    /// The pipeline's folder under the output, such as `Reports/monthly`.
    var reports: String
    /// The pipeline's folder under the private output, such as `Private/monthly`.
    var privately: String
    var key: String
    var exclusions: String?

    init(_ request: RunRequest, _ pipeline: Pipeline) {
        let base = request.pipeline.parentFolder
        let places = pipeline.places
        input = request.input ?? RunPlace.joined(base, places.input)
        key = request.key ?? RunPlace.joined(base, places.key)
        exclusions = places.exclusions.map { RunPlace.joined(base, $0) }
        let output = request.output.map(RunPlace.named)
        let root = output ?? RunPlace.joined(base, places.output)
        let privateRoot =
            output.map { $0 + ".private" } ?? RunPlace.joined(base, places.privateOutput)
        reports = root + "/" + pipeline.name
        privately = privateRoot + "/" + pipeline.name
        // The internal edition stands with the private files: nothing of it is ever published.
        published = request.profile == .internal ? privately : reports
    }

    /// What is no export though it may lie among them.
    var notInput: [String] { [exclusions, reports, privately].compactMap(\.self) }

    /// A path relative to a folder, made short: `Pipelines/../Reports` is `Reports`.
    private static func joined(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") { return path }
        var parts = folder.isEmpty ? [] : folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/").map(String.init) where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return folder.hasPrefix("/") ? "/" + joined : joined
    }

    /// A path that ends in its folder's own name, so that another folder can stand beside it:
    /// neither in a slash nor in a dot or two.
    private static func named(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        if let last = parts.last, last != ".." {
            return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        }
        guard let whole = realpath(path, nil) else {
            return joined(FileManager.default.currentDirectoryPath, path)
        }
        defer { free(whole) }
        return String(cString: whole)
    }
}
