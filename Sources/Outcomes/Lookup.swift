import Basics
import Model

/// A row of a sheet, with who filled in which form.
struct Occasion {
    let row: Int
    /// As coded.
    let informant: UInt8
    /// As coded.
    let form: UInt8
    /// Whether the row tells the date of birth.
    let hasBirth: Bool
}

/// Values by informant, form and age: the first that applies counts.
struct Lookup<Value: Sendable>: Sendable {
    struct Entry: Sendable {
        let informant: Int?
        let form: Int?
        let ages: AgeRange?
        let value: Value
    }

    let entries: [Entry]

    /// Makes a lookup; entries for one sex are left out, since no export tells the sex.
    init<Declared>(_ keyed: [Keyed<Declared>], _ transform: (Declared) -> Value) {
        entries = keyed.filter { $0.key.sex == nil }.map {
            Entry(
                informant: $0.key.informant, form: $0.key.form, ages: $0.key.ages,
                value: transform($0.sourced.value))
        }
    }

    /// The value for a row of a sheet.
    @inline(__always)
    func value(for occasion: Occasion, in sheet: Sheet) -> Value? {
        // By index: an entry taken out would be a copy, with references counted.
        for at in entries.indices where applies(entries[at], occasion, sheet) {
            return entries[at].value
        }
        return nil
    }

    @inline(__always)
    private func applies(_ entry: Entry, _ occasion: Occasion, _ sheet: Sheet) -> Bool {
        if let informant = entry.informant, informant != Int(occasion.informant) { return false }
        if let form = entry.form, form != Int(occasion.form) { return false }
        guard let ages = entry.ages else { return true }
        return occasion.isAged(ages, in: sheet)
    }
}

extension Occasion {
    /// Whether the person was of an age; nobody is whose birth is not known.
    func isAged(_ ages: AgeRange, in sheet: Sheet) -> Bool {
        hasBirth
            && ages.contains(
                birth: CalendarDate(days: sheet.birthDates[row]),
                on: CalendarDate(days: sheet.dates[row]))
    }
}
