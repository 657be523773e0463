import Basics
import Intake
import Model
import Scoring
import Synchronization

/// Puts what the files gave together: persons of the run, one table an instrument, no duplicates.
struct Joining {
    private let folder: InputFolder
    private let definitions: Definitions
    private let jobs: Int
    private var cases: CaseReception
    private var parts: [Part] = []
    private var indicators = IndicatorReception()
    private var goals = GoalReception()
    private var stories = StoryReception()
    private var inputs: [FileDigest] = []
    private var findings = Findings()
    private var scoring: [String: Int] = [:]
    private var dates: SourceDates
    private let readAnew: @Sendable (_ position: Int, _ births: [Int32]) -> ReadingResult

    /// What a file of answers gave, and its position in the folder.
    private struct Part {
        var file: ScoredFile
        var position: Int
    }

    /// `readAnew` reads a file again, given the birth dates of its persons.
    init(
        _ folder: InputFolder, _ definitions: Definitions, _ cases: CaseReception,
        _ dates: SourceDates, jobs: Int,
        readAnew: @escaping @Sendable (_ position: Int, _ births: [Int32]) -> ReadingResult
    ) {
        self.folder = folder
        self.readAnew = readAnew
        self.definitions = definitions
        self.cases = cases
        self.jobs = jobs
        self.dates = dates
    }

    /// Adds what one piece gave.
    ///
    /// - Throws: `Refusal` when the system did not hand a file over.
    mutating func add(_ result: ReadingResult, at position: Int) throws {
        switch result {
        case .assessments(let file):
            try refuseUnreadable([file.reception])
            parts.append(Part(file: file, position: position))
        case .indicators(let reception):
            try refuseUnreadable(reception.files)
            indicators = reception
        case .goals(let reception):
            try refuseUnreadable(reception.files)
            goals = reception
        case .stories(let reception):
            try refuseUnreadable(reception.files)
            stories = reception
        case .unwanted(let instrument):
            findings.report(
                Finding(
                    .fileUnmatched, .note, at: Place(folder.matches[position].shownName),
                    "the pipeline does not use '\(instrument)'; the file is not read"))
        case .digest(let digest): inputs.append(try digest.get())
        }
    }

    private func refuseUnreadable(_ receptions: [FileReception]) throws {
        let unreadable = receptions.filter(\.isUnreadable)
        guard unreadable.isEmpty else {
            throw Refusal(.inputUnreadable, unreadable.flatMap(\.findings.items))
        }
    }

    private func rowCount(_ part: Int) -> Int { parts[part].file.table.count }

    private mutating func addTally(of file: ScoredFile) {
        guard let declared = instrument(file.table.instrument) else { return }
        let tally = file.tally
        tally.report(file: file.reception.file, into: &findings)
        for (index, scale) in declared.scales.enumerated() {
            scoring["\(scale.name) scored", default: 0] += tally.scored(scale: index)
            for reason in UnscoredReason.allCases where tally.unscored(scale: index, reason) > 0 {
                scoring["\(scale.name) \(reason.word)", default: 0] += tally.unscored(
                    scale: index, reason)
            }
        }
    }

    /// Everything received, with the findings of all files added in the files' order.
    ///
    /// - Throws: `Refusal` when a file that has to be read once more cannot be.
    consuming func received(_ collected: inout Findings) throws -> Received {
        let scored = try settled()
        let names = noteDates()
        var files =
            (cases.files + parts.map(\.file.reception) + indicators.files + goals.files
            + stories.files).sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        for index in files.indices { files[index].newestDate = dates.newest[files[index].file] }
        for file in files { collected.merge(file.findings) }
        collected.merge(findings)
        return Received(
            cases: cases.cases.withShowableNames(), persons: scored.persons, scored: scored.tables,
            indicators: indicators.indicators, goals: goals.goals, stories: stories.stories,
            files: files,
            inputs: inputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
            assessments: Dictionary(
                uniqueKeysWithValues: scored.tables.map { ($0.instrument, $0.count) }),
            scoring: scoring, fileNames: names, dates: dates)
    }

    /// Looks at the dates of what is no assessment, and gives the names of its files.
    private mutating func noteDates() -> FileNames {
        let names = FileNames(
            cases: cases.files.map(\.file), indicators: indicators.files.map(\.file),
            goals: goals.files.map(\.file), stories: stories.files.map(\.file))
        let started = cases.cases
        dates.add(names.cases, started.files, started.starts, or: started.ends)
        let set = goals.goals
        dates.add(names.goals, set.files, set.setDates, or: set.statusDates)
        dates.add(names.stories, stories.stories.files, stories.stories.dates)
        dates.add(
            names.indicators, indicators.indicators.files, indicators.indicators.dates)
        return names
    }

    /// One table an instrument with persons of the run; what stands twice counts once.
    private mutating func settled() throws -> (persons: Persons, tables: [ScoredAssessments]) {
        let (joined, settledEarly) = joinedPersons()
        let anew = try carryBirthDates(joined)
        let early = settledEarly.filter { !anew.contains($0.key) }
        for part in parts { addTally(of: part.file) }
        indicators.place(persons: joined.indices[parts.count])
        let names = folder.matches.map(\.shownName)
        let tables = definitions.instruments.map { table(of: $0, joined.indices) }
        let settled = Workers.map(tables.count, workers: jobs) {
            early[tables[$0].instrument] ?? settleDuplicates(tables[$0], files: names)
        }
        return (joined.persons, zip(tables, settled).map { keep($0, $1) })
    }

    /// The persons of all files; meanwhile instruments of one file are settled, in which a
    /// person's number is as good before as after.
    private func joinedPersons() -> (
        joined: (persons: Persons, indices: [[Int32]]), settled: [String: SettledDuplicates]
    ) {
        let files = Dictionary(grouping: parts.indices) { parts[$0].file.table.instrument }
        let single = files.values.filter { $0.count == 1 }.compactMap(\.first)
            .sorted { (rowCount($1), $0) < (rowCount($0), $1) }
        let names = folder.matches.map(\.shownName)
        let received = parts.map(\.file.reception.persons) + [indicators.persons]
        let tables = single.map { parts[$0].file.table }
        let joined = Mutex<(persons: Persons, indices: [[Int32]])?>(nil)
        let settled = Workers.map(1 + tables.count, workers: jobs) { piece -> SettledDuplicates? in
            if piece > 0 { return settleDuplicates(tables[piece - 1], files: names) }
            let persons = Persons.joined(received)
            joined.withLock { $0 = persons }
            return nil
        }
        let byInstrument = zip(tables, settled.dropFirst()).map { ($0.instrument, $1!) }
        return (joined.withLock { $0! }, Dictionary(uniqueKeysWithValues: byInstrument))
    }

    /// Takes birth dates from the files that have them to those that lack them; gives the
    /// instruments of which a file had to be scored anew.
    ///
    /// - Throws: `Refusal` when such a file cannot be read as before.
    private mutating func carryBirthDates(
        _ joined: (persons: Persons, indices: [[Int32]])
    ) throws -> Set<String> {
        let known = BirthDates(parts.map(\.file.table), joined.indices, count: joined.persons.count)
        let births = joined.indices.map(known.ofFile)
        let late = parts.indices.filter { part in
            let name = parts[part].file.table.instrument
            guard let scorer = instrument(name).map({ Scorer($0) }) else { return false }
            return parts[part].file.take(births[part], scorer)
        }
        let read = Workers.map(late.count, workers: jobs) { [parts, readAnew] index in
            readAnew(parts[late[index]].position, births[late[index]])
        }
        for (part, result) in zip(late, read) {
            if case .assessments(let file) = result { try parts[part].file.replace(by: file) }
        }
        return Set(late.map { parts[$0].file.table.instrument })
    }

    private func instrument(_ name: String) -> Instrument? {
        definitions.instruments.first { $0.name == name }
    }

    /// All rows of an instrument.
    private mutating func table(
        of instrument: Instrument, _ indices: [[Int32]]
    ) -> ScoredAssessments {
        var table = ScoredAssessments(
            instrument: instrument.name, scaleCount: instrument.scales.count)
        for part in parts.indices where parts[part].file.table.instrument == instrument.name {
            var rows = ScoredAssessments(instrument: instrument.name, scaleCount: 0)
            swap(&rows, &parts[part].file.table)
            rows.number(persons: indices[part])
            table.append(rows)
        }
        return table
    }

    /// Keeps what counts.
    private mutating func keep(
        _ table: ScoredAssessments, _ settled: SettledDuplicates
    ) -> ScoredAssessments {
        findings.merge(settled.findings)
        for part in parts.indices {
            let duplicates = settled.duplicatesByFile[parts[part].position]
            guard parts[part].file.table.instrument == table.instrument, duplicates > 0
            else { continue }
            parts[part].file.reception.counts.used -= duplicates
            parts[part].file.reception.counts.duplicates += duplicates
        }
        var kept =
            settled.duplicatesByFile.contains { $0 > 0 } ? table.keeping(settled.kept) : table
        dates.add(folder.matches.map(\.shownName), kept.files, kept.dates)
        kept.forgetPlaces()
        return kept
    }
}
