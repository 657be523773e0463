import Basics
import Model
import Tables

// Answers.
extension AssessmentPlan {
    /// Reads all answers of a row.
    @inline(__always)
    func takeAnswers(
        _ record: borrowing Record, into answers: UnsafeMutablePointer<Int16>,
        _ ledger: inout Ledger
    ) {
        for slot in absent { answers[slot] = AssessmentBatch.missing }
        let bytes = record.bytes
        let ends = record.ends
        let readsTenths = readsTenths
        let pattern = tenthPattern
        for item in UnsafeBufferPointer(items) {
            let column = Int(item.column)
            let start = Int(ends[column - 1]) + 1
            let length = Int(ends[column]) - start
            var answer = AnswerTable.unread
            if length <= 1 {
                answer = item.table[length == 0 ? AnswerTable.empty : Int(bytes[start])]
            } else if readsTenths, length == 3 {
                answer = AssessmentPlan.tenths(bytes + start, pattern)
            }
            if answer == AnswerTable.unread { answer = self.answer(record, item, &ledger) }
            answers[Int(item.slot)] = answer
        }
    }

    /// Three bytes such as `7,3` as tenths; four must be readable.
    @inline(__always)
    private static func tenths(_ start: UnsafePointer<UInt8>, _ pattern: UInt32) -> Int16 {
        let word = UInt32(
            littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt32.self))
        // Of two digits round the mark all that is left is their values.
        let digits = (word & 0xFF_FFFF) ^ pattern
        guard (digits &+ 0x06_0006) & 0xFFF0_FFF0 == 0 else { return AnswerTable.unread }
        return Int16(truncatingIfNeeded: (digits & 15) &* 10 &+ digits >> 16)
    }

    /// Reads an answer that is not a plain digit or tenth.
    @inline(never)
    func answer(
        _ record: borrowing Record, _ plan: ItemPlan, _ ledger: inout Ledger
    ) -> Int16 {
        let column = Int(plan.column)
        let item = instrument.items[Int(plan.slot)]
        let cell = record.field(column).trimmed
        if cell.isEmpty { return plan.table[AnswerTable.empty] }
        let text = cell.text
        if labels.isMissing(text, item: Int(plan.slot)) { return AssessmentBatch.missing }
        let unit = instrument.answerUnit
        let value =
            cell.number(unit: unit, mark: mark)
            ?? labels.answer(text, item: Int(plan.slot)).map { $0 * unit }
        if let value, item.takes(value) { return Int16(value) }
        ledger.rejectCell(
            value == nil ? .cellNotANumber : .cellOutOfRange, record, column: column,
            why: AssessmentPlan.complaint(item, unit: unit, isNumber: value != nil))
        return AssessmentBatch.missing
    }

    private static func complaint(_ item: Item, unit: Int, isNumber: Bool) -> String {
        let low = Int(item.lowest) / unit
        let high = Int(item.highest) / unit
        let steps = item.step > 1 && unit == 1 ? " in steps of \(item.step)" : ""
        return isNumber
            ? "outside \(low) to \(high)\(steps)"
            : "which is no answer from \(low) to \(high)\(steps)"
    }

    /// Lets a total stand in for its parts, or compares it with them.
    func takeTotals(
        _ record: borrowing Record, into answers: UnsafeMutablePointer<Int16>,
        _ ledger: inout Ledger
    ) {
        for (column, items) in map.totals where !items.isEmpty {
            let cell = record.field(column).trimmed
            if cell.isEmpty || labels.isMissing(cell.text) { continue }
            let total = cell.number(unit: instrument.answerUnit, mark: mark)
            let highest = items.reduce(0) { $0 + Int(instrument.items[$1].highest) }
            let lowest = items.reduce(0) { $0 + Int(instrument.items[$1].lowest) }
            guard let total, total >= lowest, total <= highest else {
                ledger.rejectCell(
                    total == nil ? .cellNotANumber : .cellOutOfRange, record, column: column,
                    why: "which is no total of its \(items.count) parts")
                continue
            }
            let given = items.filter { answers[$0] != AssessmentBatch.missing }
            if given.isEmpty {
                spread(total, over: items, into: answers)
            } else if given.count < items.count
                || items.reduce(0, { $0 + Int(answers[$1]) }) != total
            {
                for item in items { answers[item] = AssessmentBatch.missing }
                ledger.rejectCell(
                    .cellTotalDisagrees, record, column: column,
                    why: given.count < items.count
                        ? "but some of its \(items.count) parts are missing"
                        : "which is not the sum of its \(items.count) parts")
            }
        }
    }

    /// Gives each part its share of a total, so that their sum is the total exactly.
    private func spread(_ total: Int, over items: [Int], into answers: UnsafeMutablePointer<Int16>)
    {
        for (position, item) in items.enumerated() {
            let share = total / items.count + (position < total % items.count ? 1 : 0)
            answers[item] = Int16(share)
        }
    }

    /// A hash of all that a row of a batch says beside whom it is about.
    @inline(__always)
    func contentHash(_ record: borrowing Record, _ row: Int, of batch: AssessmentBatch) -> UInt64 {
        var mixer = Mixer()
        let answers = batch.answers + row * batch.itemCount
        let words = UnsafeRawPointer(answers)
        var at = 0
        while at + 4 <= batch.itemCount {
            mixer.add(words.loadUnaligned(fromByteOffset: at * 2, as: UInt64.self))
            at += 4
        }
        while at < batch.itemCount {
            mixer.add(UInt64(UInt16(bitPattern: answers[at])))
            at += 1
        }
        mixer.add(pair(batch.birthDates[row], batch.sessions[row]))
        mixer.add(pair(batch.gestationWeeks[row], batch.intervals[row]))
        mixer.add(UInt64(batch.informants[row]) << 8 | UInt64(batch.editions[row]))
        for column in map.comments {
            let text = record.field(column)
            if let start = text.baseAddress { mixer.add(start, text.count) }
        }
        return mixer.value
    }

    @inline(__always)
    private func pair(_ a: Int32, _ b: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
    }
}
