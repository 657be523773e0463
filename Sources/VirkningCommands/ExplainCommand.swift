import ArgumentParser
import Basics

/// `virkning explain CODE`: what a finding's code means and what to do.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a finding's code means and what to do.")

    @Argument(help: "The word in brackets at the end of a finding; all codes without it.")
    var code: String?

    @Option(help: "Language: da or en.")
    var locale: Language = .english

    func run() throws {
        guard let code else {
            for known in FindingCode.all.sorted(by: { $0.id < $1.id }) {
                StandardOutput.print("\(known.id): \(known.title[locale])")
            }
            return
        }
        guard let known = FindingCode.all.first(where: { $0.id == code }) else {
            let hint = NearMiss.hint(code, among: FindingCode.all.map(\.id))
            throw ValidationError("code '\(code)' is not known\(hint)")
        }
        StandardOutput.print(
            """
            \(known.id): \(known.title[locale])

            \(known.explanation[locale])
            \(known.remedy[locale])
            """)
    }
}

extension Language: ExpressibleByArgument {}
