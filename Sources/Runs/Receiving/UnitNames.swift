import Basics
import Model

extension Cases {
    /// The cases with names of programmes, municipalities and teams that may stand in any file.
    ///
    /// Names are the one text of the input that is published. Each is made one short line:
    /// control characters and those that turn the reading direction (Unicode Standard Annex 9)
    /// become U+FFFD, a number in the form of a CPR number is masked, and what is longer than
    /// `UnitName.longest` is cut. Two names stay two: a number tells apart what has become alike.
    func withShowableNames() -> Cases {
        var cases = self
        cases.programmeNames = UnitName.showable(programmeNames)
        cases.municipalityNames = UnitName.showable(municipalityNames)
        cases.teamNames = UnitName.showable(teamNames)
        return cases
    }
}

/// A unit's name as it may be shown.
enum UnitName {
    /// The most Unicode scalars that are shown of a name; the longest of Danish municipalities'
    /// names has eighteen.
    static let longest = 120

    /// The names, each in a form of its own.
    static func showable(_ names: [String]) -> [String] {
        var shown: [String: String] = [:]
        var taken = Set(names.filter { showable($0) == $0 })
        // In the order of the names, so that the order of rows changes nothing.
        for name in names.sorted() where showable(name) != name {
            let plain = showable(name)
            let numbered = (2...names.count + 2).lazy.map { "\(plain) (\($0))" }
            shown[name] =
                taken.insert(plain).inserted
                ? plain : numbered.first { taken.insert($0).inserted }
        }
        return names.map { shown[$0] ?? $0 }
    }

    private static func showable(_ name: String) -> String {
        // What stands for a sum and for a blank name in the keys of tables.
        if name == KeyColumn.all || name == KeyColumn.blank { return "(\(name))" }
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(longest) { scalars.append(plain(scalar)) }
        let isCut = name.unicodeScalars.dropFirst(longest).first != nil
        return CivilRegistrationNumber.masked(String(scalars)) + (isCut ? "…" : "")
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            "\u{FFFD}"
        default: scalar
        }
    }
}
