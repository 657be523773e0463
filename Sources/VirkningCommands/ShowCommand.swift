import ArgumentParser
import Basics
import Runs

/// `virkning show NAME`: a definition as a readable page.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a definition as a readable page of Markdown.")

    @Argument(help: "An instrument, intake, programme, budget, report or pipeline.")
    var name: String

    @Option(help: "Language: da or en.")
    var locale: Language = .english

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    func run() throws {
        try refusing {
            StandardOutput.print(
                try showDefinition(name, language: locale, definitions: definitions),
                terminator: "")
        }
    }
}
