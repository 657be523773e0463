import Basics
import Model
import ReportModel

/// A tile, or only its title where its figure is hidden.
struct HeadlineTile {
    let title: String
    let tile: Tile?

    /// A tile that a hidden figure leaves without a reading.
    init(_ title: String, _ tile: @autoclosure () -> Tile, isShown: Bool) {
        self.title = title
        self.tile = isShown ? tile() : nil
    }
}

/// The tiles of a page, and in one sentence those that are hidden: a tile without a figure says
/// nothing, and many of them hide those that do.
struct HeadlineTiles {
    let request: SectionRequest
    /// The tiles about everybody.
    var general: [HeadlineTile] = []
    /// The tiles of change, by programme and whose change it is.
    var changes: [(programme: Programme, who: String, tile: HeadlineTile)] = []

    /// The tiles that have a figure, and what is hidden.
    var blocks: [Block] {
        let (first, change) = (general.compactMap(\.tile), changes.compactMap(\.tile.tile))
        let isShort = request.setting("changes") == "sentences"
        let tiles = isShort ? first : first + change
        return (tiles.isEmpty ? [] : [.tiles(tiles)])
            + (isShort && !change.isEmpty ? sentences(change) : [])
            + (hidden.map { [.paragraph($0)] } ?? [])
    }

    private func sentences(_ tiles: [Tile]) -> [Block] {
        let lead = request.context.say(
            "Forandringen i hver indsats:", "Change in each programme:")
        return [.paragraph(lead), .list(tiles.map(sentence))]
    }

    /// A tile as a sentence after its title, with what it must be read with.
    private func sentence(_ tile: Tile) -> Prose {
        let trend: Prose = tile.trend.map { " (" + $0.text + ")" } ?? ""
        let caution: Prose = tile.caution.map { " " + $0 } ?? ""
        return .strong("\(tile.title): \(tile.figure)") + trend + ". " + tile.reading + caution
    }

    /// What is hidden; nothing where nothing is.
    private var hidden: Prose? {
        let words = request.words
        let titles = general.filter { $0.tile == nil }.map { quoted($0.title) }
        let start = request.context.say("forandringen i ", "change in ")
        let parts: [Prose] =
            request.programme == nil
            ? [
                words.list(titles),
                hiddenProgrammes.isEmpty ? "" : start + words.list(hiddenProgrammes),
            ]
            : [words.list(titles + hiddenChanges.map { quoted($0.tile.title) })]
        let said = parts.filter { !$0.isEmpty }
        guard let first = said.first else { return nil }
        return words.hiddenSentence.prose + said.dropFirst().reduce(first) { $0 + "; " + $1 } + "."
    }

    private var hiddenChanges: [(programme: Programme, who: String, tile: HeadlineTile)] {
        changes.filter { $0.tile.tile == nil }
    }

    /// Programmes whose change is hidden, and whose it is: `Familieanbringelse (forældre)`.
    private var hiddenProgrammes: [Prose] {
        request.programmes.compactMap { programme in
            let who = hiddenChanges.filter { $0.programme.name == programme.name }.map {
                $0.who.lowercased()
            }
            guard !who.isEmpty else { return nil }
            let link = Prose.link(
                Prose(programme.title[request.context.language]),
                to: .page("programmes/\(programme.name)"))
            return link + " (\(request.words.list(who)))"
        }
    }

    private func quoted(_ title: String) -> Prose { Prose(request.words.quoted(title)) }
}
