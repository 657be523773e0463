import Basics
import Model

extension ProgrammeReader {
    func ratedElement(_ value: YAMLValue) -> RatedElement? {
        guard let mapping = value.mapping() else { return nil }
        let named = named(mapping)
        let indicator = mapping.required("indicator")?.text()
        mapping.finish()
        guard let named, let indicator else { return nil }
        return RatedElement(name: named.name, title: named.title, indicator: indicator)
    }

    func evidenceRating(_ value: YAMLValue) -> EvidenceRating? {
        guard let mapping = value.mapping() else { return nil }
        let source = mapping.required("source").flatMap(citation)
        let ratings = list(mapping, "ratings", rating)
        mapping.finish()
        return source.map { EvidenceRating(ratings: ratings, source: $0) }
    }

    private func rating(_ value: YAMLValue) -> EvidenceRating.Rating? {
        guard let mapping = value.mapping() else { return nil }
        let title = mapping.required("title")?.localized()
        let letter = mapping.required("letter")
        let text = letter?.text()
        mapping.finish()
        guard let title, let text else { return nil }
        guard ["A", "B", "C", "D"].contains(text) else {
            letter?.report("takes A, B, C or D")
            return nil
        }
        return EvidenceRating.Rating(title: title, letter: text)
    }

    func costFigure(_ value: YAMLValue) -> CostFigure? {
        guard let mapping = value.mapping() else { return nil }
        let period = mapping.required("period")?.text()
        let per = mapping.required("per")?.choice(CostFigure.Per.self)
        let amount = mapping.required("amount")?.number()
        let sourced = amount.flatMap { self.sourced($0, mapping) }
        mapping.finish()
        guard let period, let per, let sourced else { return nil }
        return CostFigure(period: period, per: per, amount: sourced)
    }
}
