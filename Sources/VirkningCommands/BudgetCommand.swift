import ArgumentParser
import Basics
import Runs

/// `virkning budget BUDGET`: the budget potential of a scenario.
struct BudgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "budget", abstract: "Compute the budget potential of a scenario.")

    @Argument(help: "The budget's name, such as worked-example.")
    var budget: String

    @Option(help: "How many take part in all.")
    var participants: Int?

    @Option(help: "The share that succeeds with the intervention, such as 12%.")
    var success: Share?

    @Option(help: "The share that would have succeeded anyway, such as 2%.")
    var without: Share?

    @Option(help: "One real discount rate for every year, such as 3.5%.")
    var rate: Share?

    @Option(help: "Years after the finishing year, 0 to 10.")
    var horizon: Int?

    @Option(help: ArgumentHelp("A price index: year;index;source;date.", valueName: "csv"))
    var priceIndex: String?

    @Option(help: "table, csv, json or markdown.")
    var to: TidyOutput.Format = .table

    @Option(help: ArgumentHelp("Folder of the definitions.", valueName: "dir"))
    var definitions: String?

    @Option(help: "Language: da or en.")
    var locale: Language = .english

    func validate() throws {
        guard (participants ?? 1) >= 1 else {
            throw ValidationError("--participants takes 1 or more")
        }
        guard (0...10).contains(horizon ?? 0) else {
            throw ValidationError("--horizon takes 0 to 10 years")
        }
        try refuseBeyondAll(success, "--success", "12%")
        try refuseBeyondAll(without, "--without", "2%")
        try refuseBeyondAll(rate, "--rate", "3.5%")
    }

    private func refuseBeyondAll(_ share: Share?, _ option: String, _ example: String) throws {
        guard let share, share.value < Ratio(0) || share.value > Ratio(1) else { return }
        throw ValidationError("\(option) takes a share from 0% to 100%, such as \(example)")
    }

    func run() throws {
        var request = BudgetRequest(budget: budget)
        request.definitions = definitions
        request.participants = participants.map { Ratio($0) }
        request.with = success?.value
        request.without = without?.value
        request.rate = rate?.value
        request.horizon = horizon
        request.priceIndex = priceIndex
        try refusing {
            let answer = try weighBudget(request)
            for finding in answer.findings { ConsoleFindings.print(finding) }
            let output = TidyOutput(header: answer.rows[0], rows: Array(answer.rows.dropFirst()))
            StandardOutput.print(try output.text(to), terminator: "")
            if to == .table || to == .markdown {
                StandardOutput.print("\n\(answer.potential.standing.title[locale])")
                for note in answer.potential.notes {
                    StandardOutput.print("- \(note.sentence[locale])")
                }
            }
        }
    }
}

/// A share typed as `12%`, `12 %` or `0.12`.
struct Share: ExpressibleByArgument {
    let value: Ratio

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        let body = argument.dropLast(isPercent ? 1 : 0).filter { $0 != " " }
        let point = String(body.map { $0 == "," ? "." : $0 })
        guard let number = Ratio(decimal: point) else { return nil }
        value = isPercent ? number * Ratio(1, over: 100) : number
    }
}
