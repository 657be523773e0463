/// The style of a page: system fonts, calm colours, room to breathe; light, dark and on paper.
enum HTMLStyle {
    /// The whole sheet.
    static let sheet = [
        ":root{color-scheme:light dark;\(ChartStyle.light)}",
        "@media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)}}",
        base, parts, tiles, tables, wideTables, ChartStyle.rules, small, paper,
    ].joined(separator: "\n")

    private static let base = """
        *{box-sizing:border-box}
        html{font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
        body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:break-word}
        header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.5rem}
        header{padding-top:2.5rem}
        h1,h2,h3,h4{line-height:1.25;text-wrap:balance}
        h1{font-size:2.1rem;margin:0 0 .25rem}
        h2{font-size:1.5rem;margin:3rem 0 .75rem}
        h3{font-size:1.2rem;margin:2rem 0 .5rem}
        h4{font-size:1rem;margin:1.5rem 0 .5rem}
        p,li{max-width:44rem}
        a{color:var(--blue);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--orange);outline-offset:2px}
        main:focus{outline:none}
        code{font-size:.9em;background:var(--panel);padding:.1em .3em;border-radius:.25rem}
        sup{line-height:0}
        """

    private static let parts = """
        .skip{position:absolute;left:-99rem;background:var(--ground);padding:.75rem 1rem;z-index:1}
        .skip:focus{left:.5rem;top:.5rem}
        .subtitle{font-size:1.15rem;color:var(--soft);margin:0 0 1rem}
        .summary{font-size:1.25rem;line-height:1.5;margin:1.5rem 0 2rem}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;padding:0;margin:0}
        header nav{border-top:1px solid var(--rule);border-bottom:1px solid var(--rule);padding:.6rem 0}
        nav a{display:inline-block;padding:.2rem 0}
        nav [aria-current]{font-weight:600;color:var(--ink);text-decoration-thickness:.15em}
        .contents{margin:1.5rem 0}
        .contents p{margin:0 0 .25rem;color:var(--soft)}
        .callout{background:var(--panel);border-left:.3rem solid var(--grey);border-radius:.25rem;\
        padding:.9rem 1.2rem;margin:1.5rem 0;max-width:46rem}
        .callout>*{margin:.4rem 0}
        .callout .head{font-weight:600}
        .callout.caution,.callout.prohibition{border-color:var(--orange)}
        .callout.note,.callout.praise{border-color:var(--blue)}
        details{margin:1rem 0}
        summary{cursor:pointer;color:var(--blue);padding:.3rem 0}
        .remark{font-size:.9rem;color:var(--soft)}
        .none{color:var(--soft);font-style:italic}
        .notes{border-top:1px solid var(--rule);margin-top:3rem;font-size:.95rem}
        .notes h2{font-size:1.2rem;margin-top:1.5rem}
        footer{border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem;padding-bottom:3rem;\
        font-size:.9rem;color:var(--soft)}
        footer p{margin:.25rem 0}
        .exhibit{margin:2rem 0}
        figure{margin:0}
        figcaption{margin-bottom:.9rem;max-width:44rem}
        figcaption strong{display:block;font-size:1.1rem}
        figcaption span{color:var(--soft)}
        figure svg{display:block;width:100%;height:auto;max-width:44rem}
        .chart.narrow{display:none}
        """

    private static let tiles = """
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));gap:1rem;\
        list-style:none;padding:0;margin:1.5rem 0}
        .tile{background:var(--panel);border:1px solid var(--rule);border-radius:.6rem;padding:1.1rem 1.25rem}
        .tile p{margin:0}
        .tile .title{font-weight:600;color:var(--soft)}
        .tile .figure{font-size:2.3rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums;\
        margin:.2rem 0 .3rem}
        .tile .figure.none{font-size:1.5rem;font-weight:400;font-style:normal}
        .tile .trend{font-size:.95rem;margin-bottom:.5rem}
        .trend.better span[aria-hidden]{color:var(--blue)}
        .trend.worse span[aria-hidden]{color:var(--orange)}
        .meaning{color:var(--soft)}
        .tile .care{font-size:.9rem;border-top:1px solid var(--rule);margin-top:.7rem;padding-top:.6rem}
        """

    private static let tables = """
        .frame{overflow-x:auto;margin:1.5rem 0 .5rem}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:600;padding-bottom:.5rem}
        caption span{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 2rem)}
        th,td{padding:.45rem .8rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        th:first-child,td:first-child{padding-left:0}
        thead th{border-bottom:2px solid var(--grey);vertical-align:bottom}
        tbody th{font-weight:400}
        .figures{text-align:right}
        td.figures{white-space:nowrap}td.figures .none{white-space:normal}
        tbody th{min-width:7rem}
        .total th,.total td{font-weight:600;border-top:2px solid var(--grey)}
        th button{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:.15rem 0;\
        cursor:pointer;text-align:inherit;min-height:1.5rem}
        th button::after{content:"\\2195";color:var(--soft);margin-left:.35em;font-weight:400}
        th[aria-sort=ascending] button::after{content:"\\2191";color:var(--ink)}
        th[aria-sort=descending] button::after{content:"\\2193";color:var(--ink)}
        .filter{display:block;margin-top:1.5rem;color:var(--soft)}
        .filter input{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--grey);\
        border-radius:.3rem;padding:.3rem .5rem;max-width:100%}
        """

    /// On a screen a table may use the margin to its right, and one of many columns is set
    /// smaller. One that is wider still fades out where it goes on, so that no figure looks whole
    /// that is cut; the fade stays put while the table scrolls, and lies beside the last column
    /// at its end. A browser that can tell draws an edge too, as long as there is more to see.
    private static let wideTables = """
        @media screen{
        .frame{display:grid;justify-items:start;margin-right:calc(-1*max(0px,(100vw - 64rem)/2 - .25rem))}
        .frame>table,.frame::after{grid-area:1/1}
        .frame::after{content:"";position:sticky;right:0;justify-self:end;width:2.25rem;\
        background:linear-gradient(to right,transparent,var(--ground) 75%);pointer-events:none}
        .frame>table :is(th,td):last-child:last-child{padding-right:2.25rem}
        .frame:has(th:nth-child(8))>table{font-size:.83rem}
        .frame:has(th:nth-child(8)) :is(th,td):not(:first-child){padding-left:.4rem}
        .frame:has(th:nth-child(8)) :is(th,td){padding-right:.4rem}
        }
        @media screen and (min-width:42rem){
        .wordy tbody th{min-width:15rem}.frame:has(th:nth-child(8)) .wordy tbody th{min-width:13rem}
        .frame:has(th:nth-child(10)) .wordy tbody th{min-width:11rem}
        }
        @supports (animation-timeline:scroll()){
        .frame::after{opacity:0;border-right:2px solid var(--grey);animation:more linear both;\
        animation-timeline:scroll(nearest inline)}
        @keyframes more{0%,99%{opacity:1}100%{opacity:0}}
        }
        """

    private static let small = """
        @media (max-width:42rem){
        header,main,footer{padding-left:1rem;padding-right:1rem}
        h1{font-size:1.6rem}h2{font-size:1.3rem}
        .chart.wide{display:none}.chart.narrow{display:block;max-width:30rem}
        th,td{padding:.4rem .5rem}
        .wordy tbody th{min-width:9rem}
        }
        """

    /// A4: light colours, repeated table heads, no cut charts, no dead buttons.
    private static let paper = """
        @page{size:A4;margin:18mm 15mm}
        @page sheet{size:A4;margin:9mm 12mm}
        @media print{
        :root{color-scheme:light;\(ChartStyle.light)}
        html{font-size:10.5pt}
        .skip,nav,.filter{display:none}
        header,main,footer{max-width:none;padding:0}
        header{padding-top:0}
        a{color:inherit;text-decoration:none}
        h2,h3,h4,caption{break-after:avoid}
        figure,.tile,.callout,tr{break-inside:avoid}
        details::details-content{display:block;content-visibility:visible}
        .exhibit summary{display:none}
        .exhibit .frame{margin-top:.8rem}
        .chart.wide{display:block;max-width:100%;max-height:205mm}.chart.narrow{display:none}
        .tiles{grid-template-columns:1fr 1fr}
        .frame{overflow:visible}
        table{width:100%;font-size:7.8pt}
        table:has(th:nth-child(9)){font-size:6.6pt}
        thead{display:table-header-group;break-after:avoid}
        tbody tr:first-child{break-before:avoid}
        th button{display:contents}th button::after{content:""}
        th,td{padding:.2rem .28rem;overflow-wrap:break-word}tbody th{min-width:3.6rem}.wordy tbody th{min-width:8rem}
        td.figures{white-space:normal;overflow-wrap:normal}
        summary{list-style:none;color:inherit}
        caption span{position:static;max-width:none}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        \(oneSheet)
        \(textSheet)
        }
        """

    /// One A4 page in two columns.
    private static let oneSheet = """
        .sheet{page:sheet}
        .sheet main{columns:2;column-gap:8mm;font-size:9pt;line-height:1.35}
        .sheet .tiles,.sheet .tiles+p,.sheet .tiles+p+ul,.sheet .tiles+p+ul+p,.sheet .summary,.sheet .frame:has(th:nth-child(5)),\
        .sheet h2:has(+.frame th:nth-child(5)),.sheet .frame:has(th:nth-child(5))+.remark{column-span:all}
        .sheet .tiles{grid-template-columns:repeat(auto-fit,minmax(40mm,1fr));gap:2mm;\
        margin:0 0 2mm;padding:0}
        .sheet .tile{padding:1.5mm 2mm}.sheet .tile .figure{font-size:13pt;margin:0}
        .sheet .tile .trend,.sheet .tile .care{font-size:8pt;margin:0}
        .sheet .summary{font-size:10pt;margin:0 0 2mm}.sheet .remark{font-size:8pt}
        .sheet h3{font-size:10pt;margin:0 0 1mm}
        .sheet .callout{padding:1mm 2mm;margin:0 0 2mm;font-size:8.5pt;break-inside:auto}
        .sheet .notes{margin:0;font-size:8pt}
        .sheet .notes{column-span:all}.sheet .notes h2{display:none}.sheet .notes ol{margin:0;padding-left:4mm}
        .sheet h1{font-size:15pt}.sheet .subtitle{font-size:9pt;margin:0 0 2mm}
        .sheet h2{font-size:11pt;margin:0 0 1mm}
        .sheet p,.sheet ul{margin:0 0 1.5mm}.sheet ul{padding-left:4mm}\
        .sheet p:has(+ul),.sheet p:has(+.exhibit),.sheet ul:has(+.exhibit){break-after:avoid}
        .sheet .frame{margin:0 0 3mm}.sheet .exhibit{margin:0 0 4mm}
        .sheet figcaption,.sheet details{display:none}
        .sheet .chart.wide{display:none}.sheet .chart.narrow{display:block;width:66mm;max-width:100%}
        .sheet footer p{display:inline}.sheet footer{margin-top:2mm;padding:1mm 0 0;font-size:8pt}
        """

    /// One A4 page of text and tables, which has tiles where a family's sheet has charts. All the
    /// width is used, boxes are read in two columns, the tiles stand for the summary, and where
    /// one sheet is too small, amounts go to the next one with what must be read beside them.
    private static let textSheet = """
        .sheet:has(.tiles){font-family:"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
        .sheet:has(.tiles) :is(header,main,footer){font-size:7.6pt;line-height:1.2}
        .sheet:has(.tiles) main{columns:auto}
        .sheet:has(.tiles) :is(p,li,.callout){max-width:none}
        .sheet:has(.tiles) :is(.summary,.notes li>a:last-child){display:none}
        .sheet:has(.tiles) :is(p,ul,.tile p){margin:0 0 .8mm}.sheet .tile p{margin:0}
        .sheet:has(.tiles) header{display:flex;align-items:baseline;gap:4mm;margin:0 0 1mm}
        .sheet:has(.tiles) :is(h1,h2,h3){line-height:1.1;margin:0}
        .sheet:has(.tiles) h1{font-size:13pt}
        .sheet:has(.tiles) h2{font-size:9.5pt;margin:1.5mm 0 .5mm}
        .sheet:has(.tiles) h3{font-size:8.5pt;margin:1mm 0 .5mm}
        .sheet:has(.tiles) .tiles{margin:0 0 1.5mm}
        .sheet:has(.tiles) .tile{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 2mm;padding:.8mm 2mm}
        .sheet:has(.tiles) .tile :is(.reading,.care){flex-basis:100%}
        .sheet:has(.tiles) .tile .figure{font-size:11pt;line-height:1.1}
        .sheet:has(.tiles) .frame{margin:0 0 .8mm}.sheet:has(.tiles) table{font-size:inherit}
        .sheet:has(.tiles) caption{padding:0 0 .3mm}
        .sheet:has(.tiles) :is(th,td){padding:.08rem .28rem}
        .sheet:has(.tiles) :is(th,td):first-child{padding-left:0}
        .sheet:has(.tiles) :is(.remark,.callout,.notes,.tile .trend,.tile .care){font-size:inherit}
        .sheet:has(.tiles) .callout{padding:.8mm 2mm;margin:0 0 1mm}
        .sheet:has(.tiles) .callout>*{margin:.2mm 0}
        .sheet:has(.tiles) .callout ul{columns:2;column-gap:5mm}
        .sheet:has(.tiles) footer{margin-top:1mm;padding:.5mm 0 0}
        .sheet:has(.tiles) section{break-inside:avoid}
        """
}
