import Basics
import Model
import ReportModel

/// Says in one sentence what tables in a row would hide altogether: a page of hidden cells tells
/// a reader nothing but that there are few families.
func foldHidden(_ blocks: [Block], _ words: Words) -> [Block] {
    var folded: [Block] = []
    var captions: [String] = []
    for block in blocks {
        if case .table(let table) = block, table.hidesEverything {
            captions.append(table.caption)
            continue
        }
        folded += hidden(captions, words)
        captions = []
        folded.append(block)
    }
    return folded + hidden(captions, words)
}

private func hidden(_ captions: [String], _ words: Words) -> [Block] {
    guard !captions.isEmpty else { return [] }
    let names = words.list(captions.map(words.quoted))
    return [.paragraph(Prose(words.hiddenSentence + names + "."))]
}

extension Words {
    /// The beginning of a sentence that names what is hidden.
    var hiddenSentence: String {
        say(
            "Skjult, fordi små tal kunne røbe enkelte familier: ",
            "Hidden, because small numbers could give single families away: ")
    }
}

extension Table {
    /// Whether figures are hidden and none is shown but noughts.
    var hidesEverything: Bool {
        let figures = rows.flatMap(\.cells).compactMap(\.leadingQuantity)
        return figures.contains(.hidden)
            && figures.allSatisfy { !$0.isShown || $0.shownValue == 0 }
    }
}
