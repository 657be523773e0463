/// The colours and lines of charts, the same in a page and in a file of its own.
///
/// Blue and orange are told apart by all common forms of colour blindness (Okabe & Ito 2008);
/// text reaches 4.5:1 and every line and area that tells something 3:1 against its ground,
/// in the light and in the dark (WCAG 2.1, 1.4.3 and 1.4.11).
enum ChartStyle {
    /// The named colours in the light.
    static let light = """
        --ground:#fff;--ink:#1b1f24;--soft:#545d68;--rule:#d0d7de;--blue:#0b5cad;--orange:#b04a00;\
        --violet:#6b4fa0;--grey:#6a737d;--grey-pale:#b9c1ca;--blue-pale:#dbe9f7;--orange-pale:#fbe5d2;\
        --panel:#f5f7f9;--h0:#eef4fb;--h1:#cbe0f4;--h2:#9cc4ea;--h3:#2f78bf;--h4:#0a4a8f;--on-dark:#fff;\
        --on-pale:#1b1f24
        """

    /// The named colours in the dark.
    static let dark = """
        --ground:#14181d;--ink:#e8edf2;--soft:#a9b4bf;--rule:#39424c;--blue:#6cb2ff;--orange:#ffa04d;\
        --violet:#bba2f0;--grey:#8b96a1;--grey-pale:#59636e;--blue-pale:#16304a;--orange-pale:#452a12;\
        --panel:#1d232a;--h0:#16222f;--h1:#173a5c;--h2:#1e5a92;--h3:#6fb1ee;--h4:#a9d3fb;--on-dark:#0b1117;\
        --on-pale:#e8edf2
        """

    /// What each class of a picture looks like.
    static let rules = """
        .chart text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;\
        font-size:13px;fill:var(--ink)}\
        .chart .small{font-size:12px}.chart .strong{font-weight:600}.chart .soft{fill:var(--soft)}\
        .chart .mid{text-anchor:middle}.chart .end{text-anchor:end}\
        .chart .halo{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}\
        .chart .ground{fill:var(--ground)}.chart .panel{fill:var(--panel)}\
        .chart line,.chart path{fill:none;stroke:var(--ink);stroke-width:1.5}\
        .chart .grid{stroke:var(--rule);stroke-width:1}.chart .axis{stroke:var(--soft);stroke-width:1}\
        .chart .track{stroke:var(--grey);stroke-width:2}.chart .edge{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}\
        .chart .line{stroke-width:2.2;stroke-linejoin:round}\
        .chart .line.s1{stroke:var(--blue)}.chart .line.s2{stroke:var(--orange);stroke-dasharray:7 4}\
        .chart .line.s3{stroke:var(--ink);stroke-dasharray:2 3}.chart .line.s4{stroke:var(--violet);stroke-dasharray:10 3 2 3}\
        .chart .line.s5{stroke:var(--blue);stroke-dasharray:3 3}.chart .line.s6{stroke:var(--orange)}\
        .chart .mark{stroke-width:2;stroke:var(--blue);fill:var(--blue)}\
        .chart .mark.s2{stroke:var(--orange);fill:var(--orange)}.chart .mark.s3{stroke:var(--ink);fill:var(--ink)}\
        .chart .mark.s4{stroke:var(--violet);fill:var(--violet)}\
        .chart .mark.s5{stroke:var(--blue)}.chart .mark.s6{stroke:var(--orange);fill:var(--orange)}.chart .mark.open{fill:var(--ground)}\
        .chart .mark.better{stroke:var(--ground);fill:var(--blue)}.chart .mark.worse{stroke:var(--ground);fill:var(--orange)}\
        .chart .whisker{stroke-width:1.6}.chart .whisker.s1{stroke:var(--blue)}.chart .whisker.s2{stroke:var(--orange)}\
        .chart .whisker.s3{stroke:var(--ink)}.chart .whisker.s4{stroke:var(--violet)}\
        .chart .whisker.s5{stroke:var(--blue)}.chart .whisker.s6{stroke:var(--orange)}.chart .whisker.ink{stroke:var(--ink)}\
        .chart .line.mean{stroke:var(--soft);stroke-width:1.6}\
        .chart .line.limit{stroke:var(--soft);stroke-width:1.6;stroke-dasharray:6 4}\
        .chart .line.outer{stroke:var(--soft);stroke-width:1.6;stroke-dasharray:1.5 3}\
        .chart .cross{stroke:var(--soft);stroke-width:2}\
        .chart .bond{stroke-width:5;stroke:var(--grey)}.chart .bond.better{stroke:var(--blue)}.chart .bond.worse{stroke:var(--orange)}\
        .chart .band.better{fill:var(--blue-pale)}.chart .band.worse{fill:var(--orange-pale)}.chart .band.neutral{fill:var(--panel)}\
        .chart .disc{fill:var(--blue);fill-opacity:.14;stroke:none}\
        .chart .fill.better{fill:var(--blue)}.chart .fill.better2{fill:var(--blue-pale);stroke:var(--blue)}\
        .chart .fill.worse{fill:var(--orange)}.chart .fill.worse2{fill:var(--orange-pale);stroke:var(--orange)}\
        .chart .fill.neutral{fill:var(--grey-pale);stroke:var(--grey)}.chart .fill.neutral2{fill:var(--panel);stroke:var(--grey)}\
        .chart .onbetter,.chart .onworse{fill:var(--on-dark)}\
        .chart .onbetter2,.chart .onworse2,.chart .onneutral,.chart .onneutral2{fill:var(--on-pale)}\
        .chart .absent{fill:none;stroke:var(--soft);stroke-dasharray:4 3}\
        .chart .heat0{fill:var(--h0);stroke:var(--grey)}.chart .heat1{fill:var(--h1);stroke:var(--grey)}\
        .chart .heat2{fill:var(--h2)}.chart .heat3{fill:var(--h3)}.chart .heat4{fill:var(--h4)}\
        .chart .onheat0,.chart .onheat1,.chart .onheat2{fill:var(--on-pale)}.chart .onheat3,.chart .onheat4{fill:var(--on-dark)}
        """

    /// The style of a file of its own.
    static let file =
        ".chart{\(light)}@media (prefers-color-scheme:dark){.chart{\(dark)}}\(rules)"
}
