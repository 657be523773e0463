/// The sheets that a workbook lists, in their order, and its system of dates.
final class SheetList: ElementHandler {
    /// A sheet as the workbook lists it.
    struct Entry {
        var name: String
        var isHidden: Bool
        /// The id of its relationship.
        var id: String
    }

    private(set) var entries: [Entry] = []
    /// Whether days count from 1904 rather than 1900.
    private(set) var countsFrom1904 = false
    let isDone = false

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        if name == "workbookPr" {
            countsFrom1904 = attributes.flag("date1904")
        } else if name == "sheet", let title = attributes.text("name"),
            let id = attributes.prefixedText("id")
        {
            let state = attributes.text("state") ?? "visible"
            entries.append(Entry(name: title, isHidden: state != "visible", id: id))
        }
    }

    func end(_ name: ElementName) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
