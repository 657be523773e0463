import Basics
import Model

extension Cases {
    /// Replaces names of teams and municipalities by those that a pipeline has for them.
    ///
    /// Aliases map a name as the data has it to the name that counts.
    public mutating func rename(municipalities: [String: String], teams: [String: String]) {
        (municipalityNames, self.municipalities) = Cases.renamed(
            municipalityNames, self.municipalities, municipalities)
        (teamNames, self.teams) = Cases.renamed(teamNames, self.teams, teams)
    }

    private static func renamed(
        _ names: [String], _ indices: [Int32], _ aliases: [String: String]
    ) -> ([String], [Int32]) {
        let targets = names.map { aliases[$0] ?? $0 }
        let used = Set(targets).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = targets.map { target in Int32(used.firstIndex(of: target) ?? -1) }
        return (used, indices.map { $0 < 0 ? $0 : places[Int($0)] })
    }

    /// Warns of names of teams and municipalities that differ by one letter.
    public func nameVariants(file: String) -> [Finding] {
        Cases.variants(municipalityNames, "municipality", file)
            + Cases.variants(teamNames, "team", file)
    }

    private static func variants(_ names: [String], _ what: String, _ file: String) -> [Finding] {
        var findings: [Finding] = []
        for (index, name) in names.enumerated() where name.count > 3 {
            for other in names[(index + 1)...] where isVariant(name, other) {
                findings.append(
                    Finding(
                        .nameVariant, .warning, at: Place(file),
                        "\(what) '\(name)' and '\(other)' differ by one letter"))
            }
        }
        return findings
    }

    /// Whether two names differ by one letter; `Team 1` and `Team 2` do not.
    private static func isVariant(_ a: String, _ b: String) -> Bool {
        abs(a.count - b.count) <= 1 && a.filter(\.isNumber) == b.filter(\.isNumber)
            && NearMiss.distance(a.lowercased(), b.lowercased()) <= 1
    }
}

extension FileReception {
    /// Warns when the newest date of the file lies more than some days before a day.
    public func staleness(on day: CalendarDate, after days: Int) -> Finding? {
        guard let newestDate, day - newestDate > days else { return nil }
        return Finding(
            .dataStale, .warning, at: Place(file),
            "the newest row is of \(newestDate.iso), \(day - newestDate) days before \(day.iso)")
    }
}
