import Basics

/// The sentences that stand with every budget potential.
public enum BudgetCautions {
    /// That it never stands alone.
    public static let neverAlone = LocalizedText(
        da: "Beregningen må aldrig stå alene i en beslutning. Den viser udgifter og indtægter "
            + "for det offentlige, ikke hvad indsatsen er værd for børn og forældre.",
        en: "The calculation must never stand alone in a decision. It shows what the public "
            + "pays and receives, not what the intervention is worth to children and parents.")

    /// That consequence figures are associations.
    public static let notCausal = LocalizedText(
        da: "Konsekvenserne er forskelle mellem borgere, der nåede succesmålet, og borgere, der "
            + "ikke gjorde. De beviser ikke, at indsatsen er årsagen.",
        en: "The consequences are differences between citizens who met the success measure and "
            + "citizens who did not. They do not prove that the intervention is the cause.")

    /// What a share of draws is not.
    public static let shareOfDraws = LocalizedText(
        da: "Andelen af trækninger over nul er ikke sandsynligheden for at spare penge. Den "
            + "forudsætter, at alternativet og konsekvenstallene er rigtige, og at succesen er "
            + "årsag til konsekvenserne, og den må aldrig være eneste grundlag for en beslutning.",
        en: "The share of draws above zero is not the probability of saving money. It assumes "
            + "that the alternative and the consequence figures are right and causal, and must "
            + "never be the sole basis for a decision.")

    /// What a measured share minus a stated alternative is.
    public static let difference = LocalizedText(
        da: "Den målte andel minus den antagne andel uden indsatsen er en forskel fra det "
            + "antagne alternativ, ikke en effekt.",
        en: "The measured share minus the share assumed without the intervention is a difference "
            + "from the assumed alternative, not an effect.")

    /// How amounts are rounded and which sign is good.
    public static let rounding = LocalizedText(
        da: "Positive beløb er en gevinst for det offentlige. Beløb er regnet eksakt og først "
            + "afrundet, når de vises; en halv rundes væk fra nul.",
        en: "Positive amounts are a gain for the public. Amounts are computed exactly and "
            + "rounded only when shown, halves away from zero.")

    /// How discounting works.
    public static let discounting = LocalizedText(
        da: "Basisåret er ikke diskonteret. Satsen er real, og priserne er faste; "
            + "diskonteringsfaktoren er kumulativ, så hvert år bruger sin egen sats.",
        en: "The base year is not discounted. The rate is real and prices are constant; the "
            + "discount factor is cumulative, so every year uses its own rate.")
}
