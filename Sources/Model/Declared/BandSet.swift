import Basics

/// A named set of bands; lower bounds are inclusive on the scored scale.
public struct BandSet: Sendable, Hashable {
    /// Such as `three-band` or `four-band`.
    public var name: String
    public var title: LocalizedText
    /// Band names in ascending order of score, with their labels.
    public var bands: [Band]
    /// The lower bounds of the bands, by informant, form, age and sex; as many as there are bands.
    public var bounds: [Keyed<[Ratio]>]

    /// Makes a set of bands.
    public init(
        name: String, title: LocalizedText, bands: [Band], bounds: [Keyed<[Ratio]>]
    ) {
        self.name = name
        self.title = title
        self.bands = bands
        self.bounds = bounds
    }

    /// The index of the band a score falls in, or nothing where no bounds apply.
    public func band(of score: Ratio, in context: ScoreContext) -> Int? {
        guard let bounds: Sourced<[Ratio]> = bounds.first(for: context) else { return nil }
        return bounds.value.lastIndex { $0 <= score }
    }
}

/// One band of a set, such as `borderline`.
public struct Band: Sendable, Hashable {
    public var name: String
    public var label: LocalizedText

    /// Makes a band.
    public init(name: String, label: LocalizedText) {
        self.name = name
        self.label = label
    }
}
