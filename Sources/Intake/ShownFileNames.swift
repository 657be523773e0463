import Basics

/// Paths of files as they may be shown: what somebody calls a file is published with the report.
///
/// A number in the form of a CPR number is masked, and a character that could steer a terminal or
/// break a line becomes a point. Two paths stay two: a number tells apart what has become alike.
public struct ShownFileNames: Sendable {
    private var shown: [String: String] = [:]

    /// Gives each of the paths a form that may be shown.
    public init(_ paths: [String]) {
        var taken = Set(paths.filter { ShownFileNames.shown($0) == $0 })
        for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let name = ShownFileNames.shown(path)
            if name == path || shown[path] != nil { continue }
            let numbered = (2...paths.count + 2).lazy.map { "\(name) (\($0))" }
            shown[path] =
                taken.insert(name).inserted
                ? name : numbered.first { taken.insert($0).inserted }
        }
    }

    /// The form of a path; one that was not among the paths is no number's.
    public func of(_ path: String) -> String { shown[path] ?? ShownFileNames.shown(path) }

    /// The form of a single path, whatever others there are.
    static func shown(_ path: String) -> String {
        let line = path.replacing("\n", with: "·").replacing("\t", with: "·")
        return Shape.printable(CivilRegistrationNumber.masked(line))
    }
}
