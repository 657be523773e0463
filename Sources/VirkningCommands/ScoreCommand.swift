import ArgumentParser
import Basics
import Runs

/// `virkning score INSTRUMENT [FILE…|-]`: rows in, tidy scores out.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score rows as they come: a filter with constant memory.",
        discussion: """
            Reads the named files, or standard input, and writes one line a score. Standard \
            input is UTF-8 with the separator and dates of the intake. Rows are not compared \
            with one another: the same row twice is scored twice.

            Where one row is one answer, the rows of a form are put together by case, person, \
            informant, edition, session and date. In a file they may stand anywhere, and memory \
            grows with its forms. On standard input they must stand together: a form ends where \
            another begins, and one that comes back is an error.

            A workbook (.xlsx) is read whole, and only as a file.
            """)

    @Argument(help: "An instrument (sdq, fit), an edition of one (ors, m-adbb) or a scale.")
    var instrument: String

    @Argument(help: "Files of answers; - or nothing is standard input.")
    var files: [String] = []

    @Option(help: "How the files are laid out.")
    var intake = "standard"

    @Option(help: "The set of bands to name; each scale's first without it.")
    var bandSet: String?

    @Option(help: "csv or jsonl: one JSON object a line.")
    var to: ScoreRequest.Format = .csv

    @Option(
        help: ArgumentHelp(
            "Replace identifiers by pseudonyms under this key; made when there is none.",
            valueName: "file"))
    var key: String?

    @Option(help: "Exit with 1 on findings from this severity: error, warning or never.")
    var failOn: FailOn = .error

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    func run() throws {
        var request = ScoreRequest(instrument: instrument, files: files.isEmpty ? ["-"] : files)
        request.intake = intake
        request.bandSet = bandSet
        request.format = to
        request.key = key
        request.definitions = definitions
        try refusing {
            let findings = try scoreRows(request) { StandardOutput.write($0) }
            ConsoleFindings.print(findings)
            try failOn.check(findings)
        }
    }
}

extension ScoreRequest.Format: ExpressibleByArgument {}
