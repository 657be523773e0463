import Basics
import Foundation
import Runs
import TestSupport

/// Exports of invented families in a folder, and runs over them.
struct Exports {
    /// The folder that everything lies in.
    let root: String
    /// The folder of the exports.
    let input: String

    static let lastDay = CalendarDate(year: 2026, month: 10, day: 31)!

    /// Takes exports that another program wrote.
    init(root: String, input: String) {
        self.root = root
        self.input = input
    }

    /// Writes exports into a folder that is thrown away.
    init(in root: String, families: Int, seed: UInt64, noise: SampleNoise = .none) throws {
        self.root = root
        input = root + "/exports"
        _ = try writeSample(families: families, seed: seed, noise: noise, to: input)
    }

    /// Runs the monthly pipeline and gives the folder of the published period.
    ///
    /// `name` tells apart the outputs of several runs.
    func run(
        _ name: String, profile: RunRequest.Profile, asOf: CalendarDate = Exports.lastDay,
        jobs: Int = 2, language: Language? = nil,
        pipeline: String = Folders.package + "/Pipelines/monthly.yaml"
    ) throws -> String {
        try runPipeline(
            RunRequest(
                pipeline: pipeline, asOf: asOf, input: input,
                output: "\(root)/\(name)", key: root + "/pseudonyms.key",
                language: language, profile: profile, jobs: jobs)
        ).folder
    }

    /// The lines of a file of exports, its header first.
    func lines(_ file: String) throws -> [String] {
        try String(contentsOfFile: "\(input)/\(file)", encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// Replaces a file of exports, or writes a new one.
    func write(_ lines: [String], to file: String) throws {
        try (lines.joined(separator: "\n") + "\n")
            .write(toFile: "\(input)/\(file)", atomically: true, encoding: .utf8)
    }

    /// The names of the exports, sorted.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: input).sorted() }
    }
}

/// The files below a folder, by path; SHA-256 digests in them can be blanked out.
func tree(_ folder: String, digests: Bool = true) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        var isFolder: ObjCBool = false
        let whole = folder + "/" + path
        _ = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
        guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: whole)
        else { continue }
        files[path] = digests ? data : withoutDigests(data)
    }
    return files
}

/// A file in which every run of 64 hexadecimal digits is one `#`.
private func withoutDigests(_ data: Data) -> Data {
    var result = Data()
    var run: [UInt8] = []
    for byte in data + [0] {
        if byte.isHexadecimal {
            run.append(byte)
            continue
        }
        result += run.count == 64 ? Data("#".utf8) : Data(run)
        result.append(byte)
        run.removeAll(keepingCapacity: true)
    }
    return result
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}

/// The paths at which two folders differ, sorted.
func differences(_ first: [String: Data], _ second: [String: Data]) -> [String] {
    Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}

/// A tidy table that was published: rows by the names of their columns.
func table(_ name: String, in folder: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: "\(folder)/data/\(name).csv", encoding: .utf8)
    let lines = text.split(separator: "\n").map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
}

/// The cells of a `;`-separated text, without a byte order mark and quotes.
func csv(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var wasQuote = false
    func add(_ scalar: Unicode.Scalar) {
        rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
    }
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" || isQuoted {
        switch scalar {
        case "\"":
            if wasQuote { add("\"") }
            isQuoted.toggle()
            wasQuote = !isQuoted
            continue
        case ";" where !isQuoted: rows[rows.count - 1].append("")
        case "\n" where !isQuoted: rows.append([""])
        default: add(scalar)
        }
        wasQuote = false
    }
    if rows.last == [""] { rows.removeLast() }
    return rows
}
