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

    /// The tiles that have a figure.
    var shown: [Tile] { general.compactMap(\.tile) + changes.compactMap(\.tile.tile) }

    /// What is hidden; nothing where nothing is.
    var hidden: Prose? {
        let titles = general.filter { $0.tile == nil }.map { quoted($0.title) }
        let parts = [titles, hiddenChanges].filter { !$0.isEmpty }.map(request.words.list)
        guard let first = parts.first else { return nil }
        return request.context.say(
            "Skjult, fordi små tal kunne røbe enkelte familier: ",
            "Hidden, because small numbers could give single families away: ")
            + parts.dropFirst().reduce(first) { $0 + "; " + $1 } + "."
    }

    /// On the page of a programme its hidden tiles by title, on a page about all programmes whose
    /// change is hidden in which.
    private var hiddenChanges: [Prose] {
        let hidden = changes.filter { $0.tile.tile == nil }
        guard request.programme == nil else { return hidden.map { quoted($0.tile.title) } }
        return request.programmes.compactMap { programme in
            let who = hidden.filter { $0.programme.name == programme.name }.map {
                $0.who.lowercased()
            }
            return who.isEmpty ? nil : change(programme, request.words.list(who))
        }
    }

    private func change(_ programme: Programme, _ who: String) -> Prose {
        let link = Prose.link(
            Prose(programme.title[request.context.language]),
            to: .page("programmes/\(programme.name)"))
        return request.context.say(
            "forandringen hos \(who) i \(link)", "the change of \(who) in \(link)")
    }

    private func quoted(_ title: String) -> Prose { Prose(request.words.quoted(title)) }
}
