import ArgumentParser
import Basics
import Foundation
import Runs
import Synchronization

/// Shows how far a run has come: a bar on a terminal, one line a stage otherwise.
final class ConsoleProgress: Sendable {
    /// When progress is shown.
    enum When: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    private struct State {
        var stage: RunProgress.Stage?
        var lastDrawn = 0.0
        var hasBar = false
    }

    private let isShown: Bool
    private let isTerminal: Bool
    private let started = ConsoleProgress.seconds()
    private let state = Mutex(State())

    init(when: When) {
        isTerminal = isatty(STDERR_FILENO) == 1
        isShown = when == .always || (when == .auto && isTerminal)
    }

    /// Shows a step; a bar is drawn at most ten times a second.
    func show(_ progress: RunProgress) {
        guard isShown else { return }
        state.withLock { state in
            if isTerminal { drawBar(progress, &state) } else { printStage(progress, &state) }
        }
    }

    /// Takes the bar away.
    func finish() {
        guard isShown, isTerminal else { return }
        state.withLock { if $0.hasBar { ConsoleProgress.write("\r\u{1B}[K") } }
    }

    private func printStage(_ progress: RunProgress, _ state: inout State) {
        guard state.stage != progress.stage else { return }
        state.stage = progress.stage
        ConsoleProgress.write("\(progress.stage.rawValue)\n")
    }

    private func drawBar(_ progress: RunProgress, _ state: inout State) {
        let now = ConsoleProgress.seconds()
        let isNewStage = state.stage != progress.stage
        guard isNewStage || now - state.lastDrawn > 0.1 else { return }
        state.stage = progress.stage
        state.lastDrawn = now
        state.hasBar = true
        ConsoleProgress.write("\r\u{1B}[K" + line(progress, elapsed: now - started))
    }

    private func line(_ progress: RunProgress, elapsed: Double) -> String {
        guard progress.stage == .reading, progress.bytesInAll > 0 else {
            return progress.stage.rawValue
        }
        let share = min(1, Double(progress.bytesRead) / Double(progress.bytesInAll))
        let filled = Int(share * 24)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
        let left = share > 0.02 ? ", \(Int(elapsed / share * (1 - share)) + 1) s left" : ""
        return "reading [\(bar)] \(Int(share * 100)) %\(left)"
    }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    private static func seconds() -> Double {
        Double(DispatchTime.now().uptimeNanoseconds) / 1e9
    }
}
