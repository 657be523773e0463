import Model

/// Measurements that the names of columns seem to tell apart, such as `t1` of `t1_sdq1`.
enum EventGuess {
    /// An event is one that at least so many answers bear.
    private static let leastAnswers = 3

    /// What a header says of measurements, by the columns that a kind of file knows without them.
    static func of(_ names: [String], _ known: KnownColumns) -> EventColumns? {
        let unknown = names.filter { !$0.isEmpty && known.use(of: $0) == nil }.map(ColumnName.key)
        let answers = known.answerKeys
        let before = affixes(unknown, answers) { name, answer in
            name.hasSuffix(answer) ? name.dropLast(answer.count) : nil
        }
        let after = affixes(unknown, answers) { name, answer in
            name.hasPrefix(answer) ? name.dropFirst(answer.count) : nil
        }
        let isBefore = before.covered >= after.covered
        let found = isBefore ? before : after
        guard !found.names.isEmpty else { return nil }
        return EventColumns(
            names: found.names, patterns: [isBefore ? "{event}_{column}" : "{column}_{event}"])
    }

    /// What is left of names once an answer's own name is taken off, where enough answers leave
    /// the same; in the order of the header.
    private static func affixes(
        _ names: [String], _ answers: Set<String>,
        _ rest: (String, String) -> Substring?
    ) -> (names: [String], covered: Int) {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for name in names {
            let rests = answers.compactMap { answer in rest(name, answer) }
                .filter { $0.first?.isLetter ?? false }.map(String.init)
            for affix in Set(rests).sorted() {
                if counts[affix] == nil { order.append(affix) }
                counts[affix, default: 0] += 1
            }
        }
        let found = order.filter { counts[$0, default: 0] >= leastAnswers }
        return (found, found.reduce(0) { $0 + counts[$1, default: 0] })
    }
}
