import Basics
import Model

extension ProgrammeReader {
    /// Reads the windows that the programme sets otherwise than the standard.
    func timing(_ value: YAMLValue?) -> Timing {
        var timing = Timing.standard
        guard let mapping = value?.mapping() else { return timing }
        if let baseline = mapping.optional("baseline")?.mapping() {
            let before = baseline.required("days-before")?.integer(in: 0...365)
            let after = baseline.required("days-after")?.integer(in: 0...365)
            baseline.finish()
            timing.baselineDaysBefore = before ?? timing.baselineDaysBefore
            timing.baselineDaysAfter = after ?? timing.baselineDaysAfter
        }
        for horizon in Horizon.allCases {
            if let found = mapping.optional(horizon.name).flatMap(horizonTiming) {
                timing[horizon] = found
            }
        }
        mapping.finish()
        return timing
    }

    /// Reads `{months: 3, tolerance-days: 45}` or `{at: end, tolerance-days: 30}`.
    private func horizonTiming(_ value: YAMLValue) -> HorizonTiming? {
        guard let mapping = value.mapping() else { return nil }
        let end = mapping.optional("at")
        let months = mapping.optional("months")?.integer(in: 1...240)
        let tolerance = mapping.required("tolerance-days")?.integer(in: 0...365)
        let reading = reading(mapping)
        mapping.finish()
        guard let tolerance else { return nil }
        if let end {
            guard end.text() == "end", months == nil else {
                end.report("takes end, without months")
                return nil
            }
            return HorizonTiming(at: .end, toleranceDays: tolerance, reading: reading)
        }
        guard let months else {
            value.report("needs 'months' or 'at: end'", code: .definitionKeyMissing)
            return nil
        }
        return HorizonTiming(at: .months(months), toleranceDays: tolerance, reading: reading)
    }

    func phase(_ value: YAMLValue) -> Phase? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        let weeks = mapping.required("weeks").flatMap(weekRange)
        let mayRepeat = mapping.optional("may-repeat")?.flag() ?? false
        let reading = reading(mapping)
        let contact = mapping.optional("contact-after").flatMap(laterContact)
        mapping.finish()
        guard let named, let weeks else { return nil }
        return Phase(
            name: named.name, title: named.title, weeks: weeks, mayRepeat: mayRepeat,
            reading: reading, contactAfter: contact)
    }

    private func laterContact(_ value: YAMLValue) -> Phase.LaterContact? {
        guard let mapping = value.mapping() else { return nil }
        let months = mapping.required("months")?.integer(in: 1...36)
        let title = mapping.required("title")?.localized()
        mapping.finish()
        guard let months, let title else { return nil }
        return Phase.LaterContact(months: months, title: title)
    }

    /// Reads `[from, through]`, in weeks.
    func weekRange(_ value: YAMLValue) -> WeekRange? {
        guard let list = value.list(of: { $0.integer(in: 0...520) }) else { return nil }
        guard list.count == 2, list[0] <= list[1] else {
            value.report("takes two numbers of weeks in ascending order")
            return nil
        }
        return WeekRange(from: list[0], through: list[1])
    }

    func wheelAxis(_ value: YAMLValue) -> WheelAxis? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        mapping.finish()
        return named.map { WheelAxis(name: $0.name, title: $0.title) }
    }
}
