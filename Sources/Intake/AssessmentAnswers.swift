import Basics
import Model
import Tables

// Answers.
extension AssessmentTaker {
    @inline(__always)
    func takeAnswers(_ record: borrowing Record, _ row: Int, _ ledger: inout Ledger) {
        let answers = batch.answers + row * batch.itemCount
        for slot in plan.absent { answers[slot] = AssessmentBatch.missing }
        let bytes = record.bytes
        let ends = record.ends
        let readsTenths = plan.readsTenths
        let mark = plan.markByte
        for item in UnsafeBufferPointer(plan.items) {
            let column = Int(item.column)
            let start = Int(ends[column - 1]) + 1
            let length = Int(ends[column]) - start
            let first = bytes[start] &- 48
            if length == 1, first < 10, item.digits >> UInt16(first) & 1 == 1 {
                answers[Int(item.slot)] = Int16(first) &* item.unit
            } else if length == 0 {
                answers[Int(item.slot)] = item.whenEmpty
            } else if readsTenths, length == 3, bytes[start + 1] == mark, first < 10,
                bytes[start + 2] &- 48 < 10
            {
                answers[Int(item.slot)] = Int16(first) &* 10 &+ Int16(bytes[start + 2] &- 48)
            } else {
                answers[Int(item.slot)] = answer(record, item, &ledger)
            }
        }
    }

    /// Reads an answer that is not a plain digit or tenth.
    @inline(never)
    func answer(
        _ record: borrowing Record, _ plan: ItemPlan, _ ledger: inout Ledger
    ) -> Int16 {
        let column = Int(plan.column)
        let item = self.plan.instrument.items[Int(plan.slot)]
        let cell = record.field(column).trimmed
        if cell.isEmpty { return plan.whenEmpty }
        let text = cell.text
        if self.plan.labels.isMissing(text, item: Int(plan.slot)) {
            return AssessmentBatch.missing
        }
        let unit = Int(plan.unit)
        let value =
            cell.number(unit: unit, mark: self.plan.mark)
            ?? self.plan.labels.answer(text, item: Int(plan.slot)).map { $0 * unit }
        if let value, item.takes(value) { return Int16(value) }
        ledger.rejectCell(
            value == nil ? .cellNotANumber : .cellOutOfRange, record, column: column,
            why: AssessmentTaker.complaint(item, unit: unit, isNumber: value != nil))
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
    func takeTotals(_ record: borrowing Record, _ row: Int, _ ledger: inout Ledger) {
        let answers = batch.answers + row * batch.itemCount
        for (column, items) in plan.map.totals where !items.isEmpty {
            let cell = record.field(column).trimmed
            if cell.isEmpty || plan.labels.isMissing(cell.text) { continue }
            let total = cell.number(unit: plan.instrument.answerUnit, mark: plan.mark)
            let highest = items.reduce(0) { $0 + Int(plan.instrument.items[$1].highest) }
            let lowest = items.reduce(0) { $0 + Int(plan.instrument.items[$1].lowest) }
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

    /// A hash of all that the row says beside whom it is about.
    @inline(__always)
    func contentHash(_ record: borrowing Record, _ row: Int) -> UInt64 {
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
        for column in plan.map.comments {
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
