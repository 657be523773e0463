#!/usr/bin/env python3
"""Budget potentials computed a second time, in exact fractions and by another road.

Written from the formula alone (Den Socialøkonomiske Investeringsmodel: successes x change in
units x unit price x payer share, minus costs, each year divided by the product of 1 + rate).
Every single amount is entered in a flat list of (figure, payer, area, year, amount); sums are
taken over that list. Writes one CSV beside this file for each case:

    python3 Tests/Reference/budgets/reference.py
"""
from fractions import Fraction as F
from pathlib import Path

PURSES = ["kommune", "region", "stat"]


def shown(amount, places=2):
    """Half away from zero."""
    scaled = abs(amount) * 10**places
    whole = int(scaled + F(1, 2))
    sign = "-" if amount < 0 and whole else ""
    return f"{sign}{whole // 10**places}.{whole % 10**places:0{places}d}"


def plain(share):
    text = shown(share, 10).rstrip("0").rstrip(".")
    return text


class Case:
    def __init__(self, name, base, rates):
        self.name, self.base, self.rates, self.entries = name, base, rates, []
        self.citizens = self.difference = F(0)

    def enter(self, figure, area, year, amount, payers):
        for payer, share in payers.items():
            self.entries.append((figure, payer, area, year, amount * F(share)))

    def value(self, amount, year):
        for t in range(1, year - self.base + 1):
            amount /= 1 + self.rates(t)
        return amount

    def sums(self, figures, payer, area, years, everybody=False):
        """Undiscounted and discounted; committees are inside their municipality."""
        total = [F(0), F(0)]
        for figure, who, where, year, amount in self.entries:
            if figure not in figures or year not in years or (area and where != area):
                continue
            if payer is None and "/" in who:
                continue
            if payer is not None and who != payer:
                continue
            if everybody and figure == "consequence":
                amount = amount / self.difference
            total[0] += amount
            total[1] += self.value(amount, year)
        return total

    def rows(self):
        years = range(self.base, max(e[3] for e in self.entries) + 1)
        committees = sorted({e[1] for e in self.entries if "/" in e[1]})
        areas = sorted({e[2] for e in self.entries if e[2]})
        payers = [None] + PURSES + committees
        both = ("cost", "consequence")

        def row(figure, payer, area, year, pair):
            yield ";".join(
                [figure, payer or "*", area or "*", str(year), shown(pair[0]), shown(pair[1])])

        for payer in payers:
            for figure, figures in (("cost", ("cost",)), ("consequence", ("consequence",)),
                                    ("net", both)):
                for area in [None] + (areas if figure == "consequence" else []):
                    yield from row(
                        figure, payer, area, "*", self.sums(figures, payer, area, years))
                    for year in years:
                        yield from row(
                            figure, payer, area, year,
                            self.sums(figures, payer, area, [year]))
            running = []
            for year in years:
                pair = self.sums(both, payer, None, range(self.base, year + 1))
                running.append((year, pair))
                yield from row("cumulative", payer, None, year, pair)
            net = self.sums(both, payer, None, years)
            successes = self.citizens * self.difference
            yield from row("net-per-citizen", payer, None, "*", [x / self.citizens for x in net])
            yield from row("net-per-success", payer, None, "*", [x / successes for x in net])
            if payer in committees:
                continue
            shares, breaks = [], []
            for way in (0, 1):
                spent = -self.sums(("cost",), payer, None, years)[way]
                gained = self.sums(("consequence",), payer, None, years)[way]
                most = self.sums(("consequence",), payer, None, years, everybody=True)[way]
                shares.append(plain(spent / most) if most > 0 else "never")
                from_here = [
                    y for i, (y, _) in enumerate(running)
                    if all(p[way] >= 0 for _, p in running[i:])]
                breaks.append(str(from_here[0]) if from_here and gained > 0 else "never")
            yield ";".join(["break-even-success", payer or "*", "*", "*"] + shares)
            yield ";".join(["break-even-year", payer or "*", "*", "*"] + breaks)

    def write(self):
        lines = sorted(self.rows())
        text = "figure;payer;area;year;undiscounted;discounted\n" + "\n".join(lines) + "\n"
        Path(__file__).with_name(self.name + ".csv").write_text(text, encoding="utf-8")


def worked_example():
    case = Case("worked-example", 0, lambda t: F("0.035"))
    case.citizens, case.difference = F(50), F("0.10")
    successes = 5
    case.enter("cost", None, 0, F(-1000000), {"kommune": 1})
    adult, half = "adult-social-services", F(1, 2)
    for year, days in ((1, 120), (2, 80), (3, 40)):
        case.enter("consequence", adult, year, F(successes * days * 1100),
                   {"kommune": half, "stat": half})
    for year in (1, 2, 3):
        case.enter("consequence", "income-transfers", year, F(successes * 10 * 3000),
                   {"kommune": "0.7", "stat": "0.3"})
        case.enter("consequence", "somatic-hospital", year, F(successes * 2 * 4000),
                   {"kommune": "0.2", "region": "0.8"})
    for year, hours in ((1, 50), (2, 25)):
        case.enter("consequence", adult, year, F(-successes * hours * 450), {"kommune": 1})
    for year, kroner in ((1, 8000), (2, 10000), (3, 12000)):
        case.enter("consequence", "tax", year, F(successes * kroner),
                   {"kommune": "0.6", "stat": "0.4"})
    return case


def three_cohorts():
    """Three years' cohorts counted at the start, two discount brackets, fade-out, price index,
    committees, a rule of payment that changes, and every kind of cost."""
    case = Case("three-cohorts", 2026, lambda t: F("0.035") if t <= 3 else F("0.025"))
    starting = {2027: 40, 2028: 50, 2029: F("37.5")}
    finishing = {year: F(n) * F("0.8") for year, n in starting.items()}
    case.citizens = sum(finishing.values())
    case.difference = F("0.42") - F("0.225")
    index = {2023: F("117.4"), 2025: F("121.9")}
    to_2025 = index[2025] / index[2023]
    kept = lambda k: F("0.9") ** k

    placement = {0: F("-0.5"), 1: F(-2), 2: F("-1.5"), 3: F("-1.25"), 4: F(-1)}
    for year, citizens in finishing.items():
        successes = citizens * case.difference
        for k, months in placement.items():
            amount = -successes * months * kept(k) * F("48250.75") * to_2025
            # Until 30 June 2030 the state pays a quarter; the rule of 1 July is the year's.
            if year + k <= 2029:
                split = {"kommune": "0.75", "stat": "0.25",
                         "kommune/children": F("0.75") * F("0.6"),
                         "kommune/employment": F("0.75") * F("0.4")}
            else:
                split = {"kommune": 1}
            case.enter("consequence", "children-social-measures", year + k, amount, split)
        for k, weeks in {1: F("-6.5"), 2: F(-9)}.items():
            case.enter("consequence", "income-transfers", year + k,
                       -successes * weeks * kept(k) * F("3120.40"),
                       {"kommune": "0.7", "stat": "0.3"})
        for k, courses in {1: F("0.4"), 2: F("0.2"), 3: F("0.1")}.items():
            case.enter("consequence", "employment-measures", year + k,
                       -successes * courses * kept(k) * F(41000),
                       {"kommune": "0.5", "stat": "0.5"})
        for k, kroner in {1: F("5000.55"), 2: F(9000), 3: F(11000), 4: F(12000)}.items():
            case.enter("consequence", "tax", year + k, successes * kroner * kept(k),
                       {"kommune": "0.6", "region": "0.02", "stat": "0.38"})

    town = {"kommune": 1}
    case.enter("cost", None, 2026, F(-180000), town)
    for year in (2027, 2028, 2029):
        case.enter("cost", None, year, -F("2.5") * F("561300.25") * to_2025, town)
        case.enter("cost", None, year, -F(120) * F("412.30"), town)
        case.enter("cost", None, year, F(90000), {"stat": 1})
    case.enter("cost", None, 2026, F(-250000), town)
    case.enter("cost", None, 2029, F(40000), town)
    for year, citizens in finishing.items():
        case.enter("cost", None, year - 1, -citizens * F(12500) / 3,
                   {"kommune": "0.9", "region": "0.1"})
        case.enter("cost", None, year, -citizens * F(4000), town)
    return case


for made in (worked_example(), three_cohorts()):
    made.write()
