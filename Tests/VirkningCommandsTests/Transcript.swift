import Foundation
import TestSupport

/// A session with the program, written down: what was typed and what came back.
///
/// A block fenced as `console` holds commands after `$ `, the lines that follow on standard
/// output, those on standard error after `2> `, and the exit status after `=> ` when it is not
/// 0. A line `…` stands for any number of lines. A new test is a new block.
struct Transcript {
    /// One command and what it must answer.
    struct Step {
        var command: String
        var output: [String] = []
        var errors: [String] = []
        var status: Int32 = 0
    }

    var steps: [Step]

    init(markdown: String) {
        steps = []
        var isInside = false
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside {
                read(String(line))
            }
        }
    }

    private mutating func read(_ line: String) {
        if line.hasPrefix("$ ") {
            steps.append(Step(command: String(line.dropFirst(2))))
        } else if line.hasPrefix("=> "), let status = Int32(line.dropFirst(3)) {
            steps[steps.count - 1].status = status
        } else if line.hasPrefix("2> ") || line == "2>" {
            steps[steps.count - 1].errors.append(String(line.dropFirst(3)))
        } else {
            steps[steps.count - 1].output.append(line)
        }
    }
}

/// What a command gave back.
struct Answer {
    var output: [String]
    var errors: [String]
    var status: Int32

    /// Runs a shell command in a folder, with the program first on the path.
    init(of command: String, in folder: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(filePath: folder)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = Answer.programFolder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        process.environment = environment
        let (outputFile, errorFile) = (folder + "/.output", folder + "/.errors")
        for file in [outputFile, errorFile] {
            _ = FileManager.default.createFile(atPath: file, contents: nil)
        }
        process.standardOutput = FileHandle(forWritingAtPath: outputFile)
        process.standardError = FileHandle(forWritingAtPath: errorFile)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = Answer.lines(outputFile)
        errors = Answer.lines(errorFile)
    }

    private static func lines(_ path: String) -> [String] {
        let text = FileManager.default.contents(atPath: path).map {
            String(decoding: $0, as: UTF8.self)
        }
        try? FileManager.default.removeItem(atPath: path)
        var lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The folder of the program, beside the test bundle.
    static let programFolder: String = {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        var folder = bundle
        while folder.path != "/" {
            if FileManager.default.isExecutableFile(atPath: folder.path + "/virkning") {
                return folder.path
            }
            folder = folder.deletingLastPathComponent()
        }
        return Folders.package + "/.build/debug"
    }()
}

/// Whether lines are as written down, where `…` stands for any number of lines.
func agree(_ actual: [String], _ expected: [String]) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = Array(expected.dropFirst())
    if first == "…" {
        return (0...actual.count).contains { agree(Array(actual.dropFirst($0)), rest) }
    }
    guard let line = actual.first, line == first else { return false }
    return agree(Array(actual.dropFirst()), rest)
}
