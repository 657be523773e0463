import Basics
import Model
import ReportModel

/// The rules and options in force, as sentences and tables.
struct MethodReading {
    let context: ReportContext

    private var words: Words { context.words }

    /// The rules that hold for every figure.
    var rules: [Prose] {
        [series, standing, change, estimates, missing, targets, monthly, smallNumbers]
            .map { $0[context.language].prose }
            + (context.isProtected ? [smallChange, hiding] : [])
    }

    private var series: LocalizedText {
        LocalizedText(
            da: """
                Et tal gælder én skala, udfyldt af én slags person; forskellige informanter og \
                udgaver blandes aldrig. Start er den tidligste gyldige måling i vinduet omkring \
                indsatsens begyndelse; opfølgning er målingen nærmest ved sigtets dag.
                """,
            en: """
                A figure is of one scale, filled in by one kind of person; informants and editions \
                are never mixed. The baseline is the earliest valid score in the window around \
                the programme's start; the follow-up is the score nearest the horizon's day.
                """)
    }

    private var standing: LocalizedText {
        LocalizedText(
            da: """
                Ved hvert sigt er en serie ikke tid endnu, uden start, målt, afsluttet før eller \
                manglende. Et sigt tæller først, når hele dets vindue er gået.
                """,
            en: """
                At each horizon a series is not yet due, without a baseline, measured, ended before \
                or missing. A horizon counts only when its whole window has passed.
                """)
    }

    private var change: LocalizedText {
        LocalizedText(
            da: """
                Fremgang er regnet, så et positivt tal er bedre. Sikker forandring følger Jacobson \
                og Truax (1991) eller et offentliggjort antal point. Point trækkes ikke fra \
                hinanden på tværs af aldersudgaver; dér sammenlignes zoner.
                """,
            en: """
                Improvement is signed so that positive is better. Reliable change follows Jacobson \
                and Truax (1991) or a published number of points. Points are not subtracted across \
                age versions; zones are compared there.
                """)
    }

    private var estimates: LocalizedText {
        LocalizedText(
            da: """
                Andele står med 95 % Wilson-interval og gennemsnit med t-interval; begge tager \
                hensyn til, at søskende og forældre i samme familie ligner hinanden, undtagen \
                intervallet for SDQ's merværdi, som beregnes, som dens forfattere gør det. \
                Standardiseret forandring er Bonetts (2008) og vises fra 15 par.
                """,
            en: """
                Shares stand with 95% Wilson intervals and means with t intervals; both allow for \
                siblings and parents of one family being alike, but for the interval of the SDQ's \
                added value, which is its authors' own. The standardised change is \
                Bonett's (2008) and is shown from 15 pairs.
                """)
    }

    private var missing: LocalizedText {
        LocalizedText(
            da: """
                Manglende målinger er hverken succes eller fiasko. Yderpunkterne for en andel \
                viser, hvad den ville være, hvis ingen eller alle de manglende havde fået det bedre.
                """,
            en: """
                Missing measurements are neither success nor failure. The bounds of a share show \
                what it would be if none or all of the missing had improved.
                """)
    }

    private var targets: LocalizedText {
        LocalizedText(
            da: """
                Et mål holdes op mod et 99 %-interval, fordi mange mål ses hver måned, og bedømmes \
                ikke ved under 5 målte familier.
                """,
            en: """
                A target is compared with a 99% interval, since many are looked at every month, \
                and is not judged under 5 measured families.
                """)
    }

    private var monthly: LocalizedText {
        LocalizedText(
            da: """
                Månedsdiagrammer er XmR med grænser låst efter 12 måneder. Omkring halvdelen af \
                alle stabile diagrammer giver et signal inden for to år.
                """,
            en: """
                Monthly charts are XmR with limits locked after 12 months. About half of all \
                stable charts signal within two years.
                """)
    }

    private var smallNumbers: LocalizedText {
        let threshold = context.disclosed.rules.threshold
        guard context.isProtected else {
            return LocalizedText(
                da: "Denne udgave er intern: små tal er ikke skjult, og den må ikke deles.",
                en: "This edition is internal: small numbers are not hidden; do not share it.")
        }
        switch context.disclosed.rules.method {
        case .suppress:
            return LocalizedText(
                da: """
                    Tal om færre end \(threshold) personer er skjult, og andre tal er skjult, hvor \
                    et skjult tal ellers kunne regnes ud.
                    """,
                en: """
                    Figures of fewer than \(threshold) people are hidden, and further figures \
                    where a hidden one could otherwise be worked out.
                    """)
        case .roundToFive:
            return LocalizedText(
                da: "Antal fra 1 til 7 er skjult, og alle andre antal er afrundet til nærmeste 5.",
                en: "Counts of 1 to 7 are hidden, and all others are rounded to the nearest 5.")
        }
    }

    /// How many counts each rule hides, over all tables.
    private var hiding: Prose {
        let all = context.disclosed.hiddenInAll
        return context.say(
            """
            Af \(.count(all.counts)) antal i alle tabeller er \(.count(all.primary)) skjult, fordi \
            de er små, \(.count(all.complementary)) for at de små ikke kan regnes ud, og \
            \(.count(all.withheld)) fordi for få er kommet til eller faldet fra.
            """,
            """
            Of \(.count(all.counts)) counts in all tables, \(.count(all.primary)) are hidden \
            because they are small, \(.count(all.complementary)) so that the small cannot be \
            worked out, and \(.count(all.withheld)) because too few joined or left.
            """)
    }

    private var smallChange: Prose {
        switch context.disclosed.rules.smallChange {
        case .keepPrevious:
            context.say(
                """
                Er en til fire personer kommet til eller faldet fra, siden et tal sidst blev \
                offentliggjort, vises det gamle tal med en note om dagen. Det samme gælder tal, \
                som det nye ellers kunne regnes ud af.
                """,
                """
                Where one to four people joined or left since a figure was last published, the \
                old one is shown with a note of its day; so are figures that the new one could \
                otherwise be worked out from.
                """)
        case .mergeUpward:
            context.say(
                """
                Er en til fire personer kommet til eller faldet fra, siden et tal sidst blev \
                offentliggjort, er det skjult, og der henvises til tallet for gruppen ovenover.
                """,
                """
                Where one to four people joined or left since a figure was last published, it is \
                hidden, and the figure of the group above stands in.
                """)
        }
    }
}
