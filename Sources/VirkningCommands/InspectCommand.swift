import ArgumentParser
import Basics
import Runs

/// `virkning inspect FILE…`: what a file is, in one screen.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a file is: encoding or sheet, header, shape, which intake fits.")

    @Argument(help: "Files to look at.")
    var files: [String]

    @Option(help: "Language: da or en.")
    var locale: Language = .english

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    func run() throws {
        try refusing {
            for (index, file) in files.enumerated() {
                let lines = try inspectFile(file, language: locale, definitions: definitions)
                if index > 0 { StandardOutput.print() }
                StandardOutput.print(Shape.printable(lines.joined(separator: "\n")))
            }
        }
    }
}
