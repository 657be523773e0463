import Basics

extension Noise {
    /// The bytes of an export with some rows broken.
    ///
    /// No row is broken twice; which rows are chosen depends on the seed alone.
    func breaking(_ bytes: [UInt8], of export: any Export, _ seed: UInt64) -> [UInt8] {
        guard self != .none else { return bytes }
        // The records hold no line feed inside a field, so that lines are records.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        var random = SeededRandom(seed: seed, stream: "noise in " + export.name)
        let faults = chosen(rows: lines.count - 1, of: export, &random)
        var broken: [UInt8] = []
        broken.reserveCapacity(bytes.count + 4096)
        for (index, line) in lines.enumerated() {
            let records = faults[index].map { kind in
                kind.applied(to: Array(line), of: export.breakable, &random)
            }
            for record in records ?? [Array(line)] {
                broken.append(contentsOf: record)
                broken.append(UInt8(ascii: "\n"))
            }
        }
        return broken
    }

    /// The fault of each line that has one; line 0 is the header and has none.
    private func chosen(
        rows: Int, of export: any Export, _ random: inout SeededRandom
    ) -> [Int: BreakKind] {
        var faults: [Int: BreakKind] = [:]
        let wanted = kinds(of: export).flatMap { kind in
            Array(repeating: kind, count: kind == .civilNumber ? 1 : count(rows: rows))
        }
        // A file too small to hold every fault beside sound rows keeps the first ones only.
        for kind in wanted.prefix(rows / 2) {
            var line = 1 + random.below(rows)
            while faults[line] != nil { line = line % rows + 1 }
            faults[line] = kind
        }
        return faults
    }
}

extension BreakKind {
    /// A number in the form of a civil registration number that belongs to nobody: 1898, the
    /// year that its seventh digit points to, had no 29 February.
    static let nobodysNumber = "290298-6000"

    /// A record with the fault, and perhaps its double.
    func applied(
        to record: [UInt8], of breakable: Breakable, _ random: inout SeededRandom
    ) -> [[UInt8]] {
        var cells = record.split(
            separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
        ).map(Array.init)
        let answer =
            breakable.answers.isEmpty
            ? 0
            : random.within(
                breakable.answers.lowerBound...breakable.answers.upperBound - 1)
        switch self {
        case .unreadableDate: cells[breakable.dateColumn] = Array("31-02-2025".utf8)
        case .unknownCase: cells[0] = Array("F99999X".utf8)
        case .outOfRange: cells[answer] = Array("99".utf8)
        case .textAnswer: cells[answer] = Array("ved ikke".utf8)
        case .strayQuote: cells[answer] = Array("3\"5".utf8)
        case .cutOff: cells.removeSubrange((cells.count / 2)...)
        case .exactDuplicate: return [record, record]
        case .conflictingDuplicate:
            let others = breakable.alternatives.filter { Array($0.utf8) != cells[answer] }
            cells[answer] = Array(others[0].utf8)
            return [record, joined(cells)]
        case .civilNumber:
            cells.removeSubrange(breakable.proseColumn!...)
            cells.append(Array("Ring til \(BreakKind.nobodysNumber) inden næste møde.".utf8))
        }
        return [joined(cells)]
    }

    private func joined(_ cells: [[UInt8]]) -> [UInt8] {
        Array(cells.joined(separator: [UInt8(ascii: ";")]))
    }
}
