import ArgumentParser
import Basics
import Runs

/// `virkning list KIND`: the definitions of a kind.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the definitions of a kind.")

    @Argument(help: "instruments, intakes, programmes, budgets, reports or pipelines.")
    var kind: String

    @Option(help: "Language: da or en.")
    var locale: Language = .english

    @Option(help: "table, csv, json or markdown.")
    var to: TidyOutput.Format = .table

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    func run() throws {
        try refusing {
            let rows = try listDefinitions(
                kind: kind, language: locale, definitions: definitions)
            let output = TidyOutput(header: rows[0], rows: Array(rows.dropFirst()))
            StandardOutput.print(try output.text(to), terminator: "")
        }
    }
}
