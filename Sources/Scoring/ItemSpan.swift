import Model

/// What the answers to eight items that stand side by side count for in a recipe.
///
/// Many scales are sums of most items of a span, which eight at a time take less than one by one.
struct ItemSpan {
    typealias Numbers = SIMD8<Int16>

    /// How many items a span has, and how many bytes their answers.
    static let items = Numbers.scalarCount
    static let bytes = MemoryLayout<Numbers>.size

    /// What each answer is multiplied by, and what is added to it; 0 where an item is no part.
    var signs = Numbers()
    var offsets = Numbers()
    /// 1 where an item is a part.
    var counts = Numbers()

    /// The spans that cover parts, from the first item on; none where they would not pay, where a
    /// sum could be too large for them, or where an item is part of it twice.
    static func covering(_ parts: ArraySlice<Part>, of items: [Item]) -> [ItemSpan] {
        guard parts.count > 2, let first = parts.map(\.index).min(),
            let last = parts.map(\.index).max(), Set(parts.map(\.index)).count == parts.count,
            isSmall(parts, items)
        else { return [] }
        var spans = [ItemSpan](
            repeating: ItemSpan(), count: Int(last - first) / ItemSpan.items + 1)
        for part in parts {
            let (span, lane) = Int(part.index - first).quotientAndRemainder(
                dividingBy: ItemSpan.items)
            spans[span].signs[lane] = Int16(part.sign)
            spans[span].offsets[lane] = Int16(part.offset)
            spans[span].counts[lane] = 1
        }
        return spans
    }

    /// The highest answer of tenths that are read without a look at the item's range.
    private static let mostTenths = 99

    private static func isSmall(_ parts: ArraySlice<Part>, _ items: [Item]) -> Bool {
        let most = parts.reduce(0) { sum, part in
            let item = items[Int(part.index)]
            return sum + abs(Int(part.offset))
                + max(abs(Int(item.lowest)), abs(Int(item.highest)), mostTenths)
        }
        return most <= Int(Int16.max)
    }
}
