import Basics
import Intake
import Model
import Scoring
import Synchronization

/// What one piece of reading gave.
enum ReadingResult: Sendable {
    case assessments(ScoredFile)
    case indicators(IndicatorReception)
    case goals(GoalReception)
    case stories(StoryReception)
    /// A file of an instrument that the pipeline does not use.
    case unwanted(instrument: String)
    case digest(Result<FileDigest, any Error>)
}

/// The cases, by which everything else is read.
struct KnownCases: Sendable {
    let index: CaseIndex
    /// How many axes of the wheel each case's programme names; nothing where it names none.
    let axes: [Int?]

    init(_ cases: CaseReception, _ programmes: [Programme]) {
        index = cases.index
        axes = cases.cases.wheelAxes(of: programmes)
    }
}

/// Reads the input in pieces, each of which another worker may do.
struct InputReading: Sendable {
    /// A part of the reading; the position is its first file's.
    struct Piece: Sendable {
        enum Work: Sendable {
            case assessments, indicators, goals, stories
            case digest(String)
        }

        var work: Work
        var position: Int
        var bytes: Int

        /// Whether the piece is read by way of the cases.
        var needsCases: Bool {
            if case .digest = work { return false }
            return true
        }
    }

    let folder: InputFolder
    let definitions: Definitions
    let progress: @Sendable (RunProgress) -> Void

    /// All pieces, the longest first, so that no worker is left with a long one at the end.
    var pieces: [Piece] {
        var pieces: [Piece] = []
        for (position, match) in folder.matches.enumerated() {
            let bytes = folder.sizes[position]
            if case .assessments = match.kind.kind {
                pieces.append(Piece(work: .assessments, position: position, bytes: bytes))
            }
            // A workbook of several kinds stands there once for each.
            if position > 0, folder.matches[position - 1].name == match.name { continue }
            pieces.append(Piece(work: .digest(match.name), position: position, bytes: bytes))
        }
        for name in folder.beside {
            pieces.append(Piece(work: .digest(name), position: 0, bytes: 0))
        }
        pieces +=
            group(.indicators, .indicators) + group(.goals, .goals) + group(.stories, .stories)
        return pieces.sorted { ($1.bytes, $0.position) < ($0.bytes, $1.position) }
    }

    /// All files of a kind that is read in one go.
    private func group(_ work: Piece.Work, _ kind: IntakeFile.Kind) -> [Piece] {
        let positions = folder.positions { $0 == kind }
        guard let first = positions.first else { return [] }
        let bytes = positions.reduce(0) { $0 + folder.sizes[$1] }
        return [Piece(work: work, position: first, bytes: bytes)]
    }

    /// Does one piece.
    func read(_ piece: Piece, by cases: KnownCases?) -> ReadingResult {
        if case .digest(let name) = piece.work {
            return .digest(
                Result { try FileDigest(of: folder.path + "/" + name, as: folder.shown.of(name)) })
        }
        guard let cases else { preconditionFailure("a piece was read before the cases") }
        defer { report(piece) }
        switch piece.work {
        case .assessments: return readAndScore(piece.position, cases)
        case .indicators:
            return .indicators(IndicatorReception.read(files(.indicators), cases: cases.index))
        case .goals: return .goals(GoalReception.read(files(.goals), cases: cases.index))
        case .stories: return .stories(StoryReception.read(files(.stories), cases: cases.index))
        case .digest: preconditionFailure("a digest needs no cases")
        }
    }

    private func files(_ kind: IntakeFile.Kind) -> [SourceFile] {
        folder.sources(definitions.intake) { $0 == kind }
    }

    /// Reads a file of answers and scores it; `births` are those that other files tell of its
    /// persons.
    func readAndScore(
        _ position: Int, _ cases: KnownCases, births: [Int32] = []
    ) -> ReadingResult {
        let file = folder.source(position, definitions.intake)
        guard case .assessments(let name) = file.kind.kind,
            let instrument = definitions.instruments.first(where: { $0.name == name })
        else { return .unwanted(instrument: file.kind.name) }
        let inUse = ItemsInUse(
            items: instrument.items.count,
            firstByCase: name == WheelAxis.instrument ? cases.axes : [])
        let sink = ScoreSink(
            instrument, file: Int16(position), inUse, bytes: folder.sizes[position])
        let reception = readAssessments(file, instrument: instrument, cases: cases.index) {
            if !births.isEmpty { $0.fill(births) }
            sink.take($0)
        }
        return .assessments(sink.scored(reception))
    }

    private func report(_ piece: Piece) {
        progress(
            RunProgress(
                stage: .reading, bytesRead: piece.bytes, bytesInAll: folder.sizes.reduce(0, +)))
    }
}

extension Cases {
    /// How many axes of the wheel each case's programme names; nothing where it names none.
    fileprivate func wheelAxes(of programmes: [Programme]) -> [Int?] {
        let counts = programmeNames.map { name in
            programmes.first { $0.name == name }.flatMap { programme in
                programme.wheelAxes.isEmpty ? nil : programme.wheelAxes.count
            }
        }
        return self.programmes.map { counts[Int($0)] }
    }
}
