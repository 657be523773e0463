import Model

extension Disclosable {
    /// The headings under which the families of an outcome stand in the table outcomes; `columns`
    /// are those of achieved, partly and not achieved.
    func headings(of outcome: Outcome, in programme: Programme, _ columns: [Int]) -> [Heading] {
        let pieces = outcome.evidence.compactMap { piece -> ScaleEvidence? in
            if case .scale(let evidence) = piece { evidence } else { nil }
        }
        guard !pieces.isEmpty, pieces.count == outcome.evidence.count else { return [] }
        func heading(
            _ columns: [Int], _ pieces: [ScaleEvidence], _ figures: [SeriesFigure]
        ) -> Heading {
            Heading(
                columns: columns.map { ($0, 1) },
                measures: pieces.flatMap { measures(of: $0, in: programme) },
                horizon: outcome.horizon, figures: figures)
        }
        let (achieved, partly, not) = (columns[0], columns[1], columns[2])
        let all = heading([achieved, partly, not], pieces, [.measured])
        guard pieces.count == 1, let met = met(by: pieces[0]) else { return [all] }
        return [
            all, heading([achieved, partly], pieces, met.holds),
            heading([not], pieces, met.fails),
        ].filter { !$0.figures.isEmpty }
    }

    /// The classes of series that meet a rule, and of those that do not; less is known of rules
    /// that are not about change.
    private func met(
        by evidence: ScaleEvidence
    ) -> (holds: [SeriesFigure], fails: [SeriesFigure])? {
        switch evidence.rule {
        case .reliableImprovement: return ([.improved], [.noChange, .deteriorated])
        case .atLeastSteps: return ([.improved], [])
        case .inBand, .betterThanCutOff, .notWorse: return nil
        }
    }

    /// The measures that a piece of evidence is about; `wheel.<axis>` may name an axis of the
    /// programme's own.
    private func measures(of evidence: ScaleEvidence, in programme: Programme) -> [Int] {
        let names = evidence.scales.map { name in
            programme.wheelAxes.firstIndex { "wheel.\($0.name)" == name }
                .map { "wheel.w\($0 + 1)" } ?? name
        }
        return conclusions.measures.indices.filter { index in
            let measure = conclusions.measures[index]
            return names.contains(measure.scaleName)
                && (evidence.informants.isEmpty || evidence.informants.contains(measure.informant))
        }
    }

    /// The headings under which the families of both sides' change stand in the table outcomes.
    ///
    /// `parents` are the columns of the parents' changes, `children` for each change of the
    /// children's the columns that add up to it.
    func headings(
        of sides: ComparedSides, at horizon: Horizon, parents: [Int], children: [[Int]]
    ) -> [Heading] {
        headings(sides.parents, horizon, parents.map { [$0] })
            + headings(sides.children, horizon, children)
    }

    /// Columns are better, unchanged, worse and mixed; in a mixed family two series differ.
    private func headings(
        _ side: ComparedSides.Side, _ horizon: Horizon, _ columns: [[Int]]
    ) -> [Heading] {
        let measures = conclusions.measures.indices.filter { index in
            let measure = conclusions.measures[index]
            return measure.scaleName == side.scale
                && (side.informant == nil || measure.informant == side.informant)
        }
        let classes = zip(columns, SeriesFigure.judged).map { columns, figure in
            Heading(
                columns: columns.map { ($0, 1) }, measures: measures, horizon: horizon,
                figures: [figure])
        }
        let all = Heading(
            columns: columns[..<3].joined().map { ($0, 1) } + columns[3].map { ($0, 2) },
            measures: measures, horizon: horizon, figures: SeriesFigure.judged)
        return classes + [all]
    }
}
