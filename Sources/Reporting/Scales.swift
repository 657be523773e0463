import Basics
import Model
import ReportModel

/// A scale with its instrument, as a report names it.
struct NamedScale {
    var instrument: Instrument
    var scale: Scale

    /// How a change is judged as this informant sees it.
    func judgement(_ informant: String) -> Judgement {
        let context = ScoreContext(informant: instrument.informants.firstIndex(of: informant))
        let rule: Sourced<ChangeRule>? = scale.change.first(for: context)
        return switch (rule ?? scale.change.first?.sourced)?.value {
        case .points, .jacobsonTruax: .reliable
        case .steps: .moved
        case .minimalImportantDifference: .minimalImportantDifference
        case nil: .none
        }
    }

    /// The one cut-off that holds for every informant and age, or nothing.
    var commonCutOff: CutOff? {
        guard let first = scale.cutOffs.first?.sourced.value,
            scale.cutOffs.allSatisfy({ $0.sourced.value == first && $0.key.form == nil })
        else { return nil }
        return first
    }

    /// The least and the greatest score.
    var range: ClosedRange<Double> { scale.lowest.value...scale.highest.value }
}

extension ReportContext {
    /// Every scale of the run's instruments.
    var scales: [Scale] { instruments.flatMap(\.scales) }

    /// The scale of a name, or nothing where no instrument of the run has it.
    func scale(_ name: String) -> NamedScale? {
        for instrument in instruments {
            if let scale = instrument.scales.first(where: { $0.name == name }) {
                return NamedScale(instrument: instrument, scale: scale)
            }
        }
        return nil
    }

    /// What a scale is called; an axis of the wheel by the programme's own name for it.
    func title(ofScale name: String, in programme: Programme? = nil) -> String {
        if let axis = axis(name, in: programme) { return axis.title[language] }
        return scale(name)?.scale.title[language] ?? name
    }

    /// A scale with a mark where one of its numbers is not yet confirmed.
    func markedTitle(ofScale name: String, in programme: Programme? = nil) -> Prose {
        title(ofScale: name, in: programme).prose + provisionalMarks(ofScales: [name])
    }

    /// The programme's axis that a scale of the wheel stands for.
    private func axis(_ scale: String, in programme: Programme?) -> WheelAxis? {
        guard let programme, let index = WheelOrder.index(of: scale, in: programme) else {
            return nil
        }
        return programme.wheelAxes.indices.contains(index) ? programme.wheelAxes[index] : nil
    }

    /// Whether a cut-off or a rule of change of a scale is not yet confirmed.
    func isProvisional(_ name: String) -> Bool {
        guard let scale = scale(name)?.scale else { return false }
        return scale.change.contains { $0.sourced.isProvisional }
            || scale.cutOffs.contains { $0.sourced.isProvisional }
    }
}

/// The order of the wheel's axes, by the programme's names for them or as `w1`, `w2` ….
enum WheelOrder {
    static let prefix = "wheel."

    /// Whether a scale is one axis of the wheel, not the mean of all.
    static func isAxis(_ scale: String) -> Bool {
        scale.hasPrefix(prefix) && scale != "wheel.mean"
    }

    /// The place of an axis, from 0, or nothing for another scale.
    static func index(of scale: String, in programme: Programme?) -> Int? {
        guard isAxis(scale) else { return nil }
        let part = scale.dropFirst(prefix.count)
        if let named = programme?.wheelAxes.firstIndex(where: { $0.name == part }) { return named }
        guard part.first == "w", let number = Int(part.dropFirst()), number > 0 else { return nil }
        return number - 1
    }
}
