import ArgumentParser
import Basics

/// From which severity on the exit status is 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, never

    /// Ends the command with 1 when the findings are as grave as that.
    func check(_ findings: Findings) throws {
        let fails =
            switch self {
            case .never: false
            case .error: findings.worst == .error
            case .warning: (findings.worst ?? .note) >= .warning
            }
        if fails { throw ExitCode(1) }
    }
}
