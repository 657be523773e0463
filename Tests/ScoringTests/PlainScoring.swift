import Basics

/// A slow second scorer, straight from the publishers' rules; it shares nothing with the first.
///
/// A form is a list of answers by name; nothing is prepared, and every figure is a ratio.
struct PlainForm {
    var answers: [String: Int] = [:]
    var informant = ""
    var edition: String?
    /// Completed months of age by the calendar, or nothing without a birth date; negative before.
    var months: Int?
    /// The same for a child born before term, counted from the day it was due.
    var correctedMonths: Int?
    /// Whether the day is the very day on which the last month was completed.
    var isMonthDay = false
    var gestationWeeks: Int?
    var interval: Int?
}

/// Scale to score; a scale without a score is absent.
typealias PlainScores = [String: Ratio]

enum PlainScoring {
    static func score(_ instrument: String, _ form: PlainForm) -> PlainScores {
        if let months = form.months, months < 0 { return [:] }
        return switch instrument {
        case "sdq": sdq(form)
        case "pss": pss(form)
        case "fit": fit(form)
        case "asqse": asqse(form)
        case "adbb": adbb(form)
        default: who5(form)
        }
    }

    // MARK: SDQ (Youthinmind 2014, Scoring the SDQ for age 4-17)

    private static let subscales: [(String, [Int])] = [
        ("emotional", [3, 8, 13, 16, 24]), ("conduct", [5, 7, 12, 18, 22]),
        ("hyperactivity", [2, 10, 15, 21, 25]), ("peer", [6, 11, 14, 19, 23]),
        ("prosocial", [1, 4, 9, 17, 20]),
    ]

    private static func sdq(_ form: PlainForm) -> PlainScores {
        guard let months = form.months, (24..<216).contains(months) else { return [:] }
        if form.informant == "self", !(132..<216).contains(months) { return [:] }
        var scores: PlainScores = [:]
        for (name, numbers) in subscales {
            let given = numbers.compactMap { number in
                form.answers["sdq\(number)"].map {
                    [7, 11, 14, 21, 25].contains(number) ? 2 - $0 : $0
                }
            }
            if given.isEmpty, let score = form.answers["sdq_\(name)"] {
                scores["sdq.\(name)"] = Ratio(score)
            }
            guard given.count >= 3 else { continue }
            let mean = Ratio(Int64(given.reduce(0, +)), over: Int64(given.count))
            scores["sdq.\(name)"] = floor(Ratio(1, over: 2) + Ratio(5) * mean)
        }
        let parts: [(String, [String])] = [
            ("total", ["emotional", "conduct", "hyperactivity", "peer"]),
            ("internalising", ["emotional", "peer"]),
            ("externalising", ["conduct", "hyperactivity"]),
        ]
        for (name, members) in parts {
            let values = members.compactMap { scores["sdq.\($0)"] }
            if values.count == members.count { scores["sdq.\(name)"] = values.reduce(0, +) }
        }
        let isBlank = subscales.prefix(4).allSatisfy { _, numbers in
            numbers.allSatisfy { form.answers["sdq\($0)"] == nil }
        }
        if isBlank, let total = form.answers["sdq_total"] { scores["sdq.total"] = Ratio(total) }
        scores["sdq.impact"] = impact(form)
        return scores
    }

    private static func impact(_ form: PlainForm) -> Ratio? {
        let counted = form.informant == "teacher" ? [3, 5, 6] : [3, 4, 5, 6, 7]
        if let score = form.answers["sdq_impact"],
            counted.allSatisfy({ form.answers["imp\($0)"] == nil })
        {
            return Ratio(score)
        }
        if form.answers["imp1"] == 0 { return 0 }
        var sum = 0
        for number in counted {
            guard let answer = form.answers["imp\(number)"] else { return nil }
            sum += answer == 3 ? 2 : answer == 2 ? 1 : 0
        }
        return Ratio(sum)
    }

    private static func floor(_ ratio: Ratio) -> Ratio {
        var whole = 0
        while Ratio(whole + 1) <= ratio { whole += 1 }
        return Ratio(whole)
    }

    // MARK: PSS (Berry & Jones 1995; Pontoppidan, Nielsen & Kristensen 2018)

    private static func pss(_ form: PlainForm) -> PlainScores {
        func sum(_ numbers: [Int]) -> Ratio? {
            var sum = 0
            for number in numbers {
                guard let answer = form.answers["pss\(number)"] else { return nil }
                sum += [1, 2, 5, 6, 7, 8, 17, 18].contains(number) ? 6 - answer : answer
            }
            return Ratio(sum)
        }
        var scores: PlainScores = [:]
        scores["pss.total"] = sum(Array(1...18))
        if let total = form.answers["pss_total"],
            (1...18).allSatisfy({ form.answers["pss\($0)"] == nil })
        {
            scores["pss.total"] = Ratio(total)
        }
        scores["pss.parental-stress"] = sum([3, 4, 9, 10, 12, 13, 14, 15, 16])
        scores["pss.lack-of-satisfaction"] = sum([1, 5, 6, 7, 8, 17, 18])
        return scores
    }

    // MARK: FIT (Miller & Duncan 2004; OpenFIT on import)

    private static func fit(_ form: PlainForm) -> PlainScores {
        let years = form.months.map { $0 / 12 }
        var edition = form.edition ?? "ors"
        if form.edition == nil, form.informant == "barn", let years, years > 5, years < 13 {
            edition = "cors"
        }
        let fits = years.map { edition == "cors" ? $0 > 5 && $0 < 13 : $0 > 12 } ?? true
        var scores: PlainScores = [:]
        if edition != "gsrs", fits { scores["\(edition).total"] = line("ors", form) }
        scores[["ors": "srs.total", "cors": "csrs.total", "gsrs": "gsrs.total"][edition]!] =
            line("srs", form)
        return scores
    }

    private static func line(_ name: String, _ form: PlainForm) -> Ratio? {
        let parts = (1...4).compactMap { form.answers["\(name)\($0)"] }
        if let total = form.answers["\(name)_total"] {
            return parts.isEmpty ? Ratio(Int64(total), over: 10) : nil
        }
        return parts.count == 4 ? Ratio(Int64(parts.reduce(0, +)), over: 10) : nil
    }

    // MARK: ASQ:SE (Squires, Bricker & Twombly 2002, 2015; Brookes and Minnesota on omissions)

    /// Interval, first and last completed month, items, cut-off.
    private static let secondEdition = [
        [2, 1, 2, 16, 35], [6, 3, 8, 23, 45], [12, 9, 14, 27, 50], [18, 15, 20, 31, 65],
        [24, 21, 26, 31, 65], [30, 27, 32, 33, 85], [36, 33, 41, 35, 105], [48, 42, 53, 36, 85],
        [60, 54, 72, 36, 95],
    ]
    private static let firstEdition = [
        [6, 3, 8, 19, 45], [12, 9, 14, 22, 48], [18, 15, 20, 26, 50], [24, 21, 26, 26, 50],
        [30, 27, 32, 29, 57], [36, 33, 41, 31, 59], [48, 42, 53, 33, 70], [60, 54, 65, 33, 70],
    ]

    private static func asqse(_ form: PlainForm) -> PlainScores {
        let isFirst = form.edition == "asq-se"
        let table = isFirst ? firstEdition : secondEdition
        guard let row = table.first(where: { $0[0] == form.interval }), let months = form.months
        else { return [:] }
        let isEarly = form.gestationWeeks.map { $0 <= 37 } ?? false
        let age = isEarly && months < 24 ? form.correctedMonths ?? months : months
        guard age >= row[1], age <= row[2], age < 72 || form.isMonthDay else { return [:] }
        var total = 0
        var omitted = 0
        for number in 1...row[3] {
            if let answer = form.answers["q\(number)"] { total += answer } else { omitted += 1 }
            if form.answers["c\(number)"] == 1 { total += 5 }
        }
        guard omitted <= (row[0] < 24 ? 2 : 3) else { return [:] }
        var score = Ratio(total)
        let isClose = omitted == 3 && abs(total - row[4]) <= 5
        if omitted > 0 && (isFirst || isClose) {
            let mean = score * Ratio(1, over: Int64(row[3] - omitted))
            score = score + mean * Ratio(omitted)
        }
        return [isFirst ? "asq-se.total" : "asq-se-2.total": score]
    }

    // MARK: ADBB (Guedeney & Fermanian 2001; Matthey et al. 2013) and WHO-5 (Topp et al. 2015)

    private static func adbb(_ form: PlainForm) -> PlainScores {
        guard let months = form.months, months >= 2, months <= 24 else { return [:] }
        let isShort = form.edition == "m-adbb"
        if !isShort, let total = form.answers["adbb_total"],
            (1...8).allSatisfy({ form.answers["a\($0)"] == nil })
        {
            return ["adbb.total": Ratio(total)]
        }
        var sum = 0
        for number in isShort ? [1, 2, 3, 5, 7] : Array(1...8) {
            guard let answer = form.answers["a\(number)"], !isShort || answer < 3 else {
                return [:]
            }
            sum += answer
        }
        return [isShort ? "m-adbb.total" : "adbb.total": Ratio(sum)]
    }

    private static func who5(_ form: PlainForm) -> PlainScores {
        let answers = (1...5).compactMap { form.answers["who\($0)"] }
        if answers.isEmpty, let index = form.answers["who5_index"] {
            return ["who-5.index": Ratio(index)]
        }
        return answers.count < 5 ? [:] : ["who-5.index": Ratio(4 * answers.reduce(0, +))]
    }
}
