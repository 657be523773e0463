import ArgumentParser
import Basics
import Runs

/// `virkning sample`: synthetic exports of invented families.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Write synthetic exports: invented families, the same bytes for the same seed.")

    @Option(help: "How many families.")
    var families: Int

    @Option(help: "Where the numbers start.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Folder to write in.", valueName: "dir"))
    var output: String

    @Option(help: "How much is broken on purpose: none, low or high.")
    var noise: SampleNoise = .low

    func validate() throws {
        guard (1...10_000_000).contains(families) else {
            throw ValidationError("--families takes 1 to 10000000, not \(families)")
        }
    }

    func run() throws {
        try refusing {
            let count = try writeSample(
                families: families, seed: seed, noise: noise, to: output)
            StandardOutput.print("\(count) files in \(output)")
        }
    }
}

extension SampleNoise: ExpressibleByArgument {}
