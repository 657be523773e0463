import ArgumentParser
import Basics
import Foundation

/// The program as typed.
public struct VirkningCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: Program.name,
        abstract: "Scored outcomes, progress and budget potential from exported questionnaires.",
        discussion: """
            Exit status: 0 done; 1 done, with findings at or above --fail-on; not done: \
            2 definitions, 3 input unreadable, 4 another run holds the lock, 5 output cannot be \
            written, 64 wrong usage.
            """,
        version: Program.version,
        subcommands: [
            RunCommand.self, CheckCommand.self, InspectCommand.self, ScoreCommand.self,
            AnalyseCommand.self, BudgetCommand.self, ListCommand.self, ShowCommand.self,
            ExplainCommand.self,
            SampleCommand.self, VerifyCommand.self,
        ])

    public init() {}

    /// Runs the command as typed, without a signal from a reader who has seen enough.
    public static func start() {
        signal(SIGPIPE, SIG_IGN)
        main()
    }
}
