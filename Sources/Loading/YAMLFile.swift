import Basics
import Yams

/// One definition file being read: its name and every mistake found in it so far.
final class YAMLFile {
    /// The path as it stands in findings.
    let name: String
    /// Mistakes in the order in which they were found.
    private(set) var findings: [Finding] = []

    init(name: String) {
        self.name = name
    }

    /// Parses the text and hands out its root, or nothing when it is no YAML mapping.
    func root(of text: String) -> YAMLMapping? {
        do {
            // Scalars are read as written, so that their types need not be found out.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                report(.definitionNotReadable, at: nil, "the file is empty")
                return nil
            }
            return YAMLValue(node: node, path: "", file: self).mapping()
        } catch let error as YamlError {
            report(error)
        } catch {
            report(.definitionNotReadable, at: nil, "the file is no YAML")
        }
        return nil
    }

    func report(
        _ code: FindingCode, at mark: Mark?, _ summary: String, remedy: String? = nil
    ) {
        let place = Place(name, line: mark?.line, column: mark?.column)
        findings.append(Finding(code, .error, at: place, summary, remedy: remedy))
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(.definitionNotReadable, at: mark, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            report(.definitionKeyTwice, at: context.mark, "\(keys) stands twice in one mapping")
        default:
            report(.definitionNotReadable, at: nil, "the file is no YAML in UTF-8")
        }
    }
}
