#!/usr/bin/env python3
"""Checks the reference itself against published values and hand arithmetic.

Run: python3 test_reference.py
"""

import datetime
import math
import unittest
from fractions import Fraction

import reference  # noqa: F401, finds the scoring beside it
import definitions
import exports
import figures
import instruments
import series
import theory
from instruments import Score

DAY = datetime.date(2025, 6, 1)


def form(kind, **cells):
    row = dict.fromkeys(exports.KINDS[kind].items)
    row.update(kind=kind, case="F1", person="P1", date=DAY, informant=None, birth=None, form="",
               edition="", session_no=None, gest_weeks=None, interval=None, ors_total=None,
               srs_total=None)
    row.update(cells)
    return row


def filled(kind, prefix, values, **cells):
    return form(kind, **{f"{prefix}{i}": v for i, v in enumerate(values, 1)}, **cells)


class Scoring(unittest.TestCase):
    def test_sdq_all_ones_give_five_a_scale(self):
        row = filled("sdq", "sdq", [1] * 25, informant="parent", birth=datetime.date(2016, 1, 1))
        scores = instruments.scores_of(row)
        self.assertEqual(scores["sdq.total"].value, 20)
        self.assertEqual(scores["sdq.prosocial"].value, 5)

    def test_sdq_prorating_of_the_official_example(self):
        self.assertEqual(instruments.sdq_subscale([1, 1, 2, None, None]).value, 7)

    def test_sdq_half_points_go_up(self):
        self.assertEqual(instruments.sdq_subscale([1, 1, 0, 0, None]).value, 3)

    def test_sdq_self_report_starts_at_eleven(self):
        for birth, valid in ((datetime.date(2014, 6, 1), True), (datetime.date(2014, 6, 2), False)):
            row = filled("sdq", "sdq", [1] * 25, informant="self", birth=birth)
            self.assertEqual(instruments.scores_of(row)["sdq.total"].value is not None, valid)

    def test_sdq_impact_counts_three_items_for_a_teacher(self):
        cells = dict(imp1=2, imp2=0, imp3=3, imp4=3, imp5=2, imp6=1, imp7=3, imp8=3)
        self.assertEqual(instruments.sdq_impact(form("sdq", informant="teacher", **cells)).value, 3)
        self.assertEqual(instruments.sdq_impact(form("sdq", informant="parent", **cells)).value, 7)

    def test_asq_se_omissions_of_the_published_example(self):
        # 60 points on 27 answers of 30 items: 60 / 27 * 3 = 6.67 more. Here: 33 items, 3 left
        # out, 80 points, 5 below the cut-off 85: 80 + 80 / 30 * 3 = 88.
        row = filled("asqse", "q", [10] * 8 + [0] * 22 + [None] * 3, interval=30,
                     birth=datetime.date(2022, 12, 1), gest_weeks=40)
        self.assertEqual(instruments.scores_of(row)["asq-se-2.total"].value, 88)

    def test_asq_se_age_is_corrected_up_to_37_weeks(self):
        # Born three months before the day; 8 weeks early: one month old when corrected.
        row = filled("asqse", "q", [0] * 23, interval=6, birth=datetime.date(2025, 3, 1),
                     gest_weeks=32)
        self.assertIsNone(instruments.scores_of(row)["asq-se-2.total"].value)
        row["gest_weeks"] = 38
        self.assertEqual(instruments.scores_of(row)["asq-se-2.total"].value, 0)

    def test_pss_of_all_threes_is_54(self):
        self.assertEqual(instruments.scores_of(filled("pss", "pss", [3] * 18))["pss.total"].value, 54)

    def test_who_5_of_the_worked_example(self):
        row = filled("who5", "who", [3, 4, 5, 3, 4])
        self.assertEqual(instruments.scores_of(row)["who-5.index"].value, 76)

    def test_a_wheel_needs_eight_of_ten_axes(self):
        eight = filled("wheel", "w", [5] * 8 + [None] * 2)
        seven = filled("wheel", "w", [5] * 7 + [None] * 3)
        self.assertEqual(instruments.scores_of(eight)["wheel.mean"].value, 5)
        self.assertIsNone(instruments.scores_of(seven)["wheel.mean"].value)


class Records(unittest.TestCase):
    def test_a_stray_quote_costs_its_own_line_only(self):
        found = list(exports.records('a;b\n1;3"5\n2;"x;""y"""\n'))
        self.assertEqual(found, [(1, ["a", "b"]), (2, None), (3, ["2", 'x;"y"'])])

    def test_a_day_that_does_not_exist_is_no_date(self):
        self.assertIsNone(exports.date_of("31-02-2025"))
        self.assertEqual(exports.date_of("28-02-2025"), datetime.date(2025, 2, 28))


class Statistics(unittest.TestCase):
    def test_wilson_of_published_shares(self):
        # Newcombe (1998), table I, method 3.
        for k, n, low, high in ((81, 263, .2553, .3662), (0, 20, 0, .1611), (5, 10, .2366, .7634)):
            interval = figures.wilson(Fraction(k, n), n)
            self.assertAlmostEqual(interval[0], low, 4)
            self.assertAlmostEqual(interval[1], high, 4)

    def test_quantiles_of_students_t(self):
        # Tables of the t distribution, two-sided 5 %; 1 degree: tan(0.475 pi).
        self.assertAlmostEqual(figures.t_quantile(1), math.tan(0.475 * math.pi), 9)
        for freedom, value in ((2, 4.30265), (10, 2.22814), (30, 2.04227), (120, 1.97993)):
            self.assertAlmostEqual(figures.t_quantile(freedom), value, 5)

    def test_hedges_correction(self):
        self.assertAlmostEqual(figures.hedges_j(9), 0.913875, 6)
        self.assertAlmostEqual(figures.hedges_j(25), 0.969646, 6)

    def test_one_series_a_family_gives_the_plain_interval(self):
        # 1, 2, 3, 4, 5: mean 3, variance 2.5, standard error sqrt(0.5), t(4) = 2.776445.
        low, high = figures.mean_interval([Fraction(i) for i in range(1, 6)], list("abcde"))
        self.assertAlmostEqual(high - 3, 2.776445 * math.sqrt(0.5), 5)
        self.assertEqual(figures.effective_count([1, 0, 1, 0, 1], list("abcde")), 5)

    def test_siblings_who_agree_count_as_one(self):
        self.assertEqual(figures.effective_count([1, 1, 0, 0, 1, 1, 0, 0], list("aabbccdd")), 4)

    def test_siblings_who_always_differ_count_in_full(self):
        # Every family has one of each: the share varies between families not at all.
        self.assertEqual(figures.effective_count([1, 0, 1, 0], list("aabb")), 4)


class Horizons(unittest.TestCase):
    def series(self, *dates, end=None):
        start = datetime.date(2024, 1, 31)
        one = series.Series(("F1", "P1", "ors.total", "mor"), {"start": start, "end": end})
        for date in dates:
            row = {"date": datetime.date.fromisoformat(date), "session_no": None, "place": date}
            one.add(row, Score(Fraction(20), 4))
        return one

    def standing(self, series, as_of=datetime.date(2025, 1, 1)):
        return series.standing("short", as_of)

    def test_the_day_is_held_within_the_month(self):
        self.assertEqual(series.months_later(datetime.date(2024, 1, 31), 1),
                         datetime.date(2024, 2, 29))

    def test_the_later_of_two_equally_near_is_the_follow_up(self):
        # Start 31 January, three months later 30 April.
        result = self.standing(self.series("2024-02-01", "2024-04-28", "2024-05-02"))
        self.assertEqual((result[0], result[2][0]), ("measured", datetime.date(2024, 5, 2)))

    def test_a_follow_up_lies_half_the_horizon_after_the_baseline(self):
        # 90 days to the target: at least 45 after the baseline of 10 March, so from 24 April.
        self.assertEqual(self.standing(self.series("2024-03-10", "2024-04-23"))[0], "missing")
        self.assertEqual(self.standing(self.series("2024-03-10", "2024-04-24"))[0], "measured")

    def test_standings_are_tried_in_their_order(self):
        early = datetime.date(2024, 6, 13)
        self.assertEqual(self.standing(self.series("2024-02-01"), as_of=early)[0], "not-yet-due")
        self.assertEqual(self.standing(self.series("2024-05-01"))[0], "no-baseline")
        ended = self.series("2024-02-01", end=datetime.date(2024, 3, 15))
        self.assertEqual(self.standing(ended)[0], "ended")
        ended = self.series("2024-02-01", end=datetime.date(2024, 3, 16))
        self.assertEqual(self.standing(ended)[0], "missing")

    def test_a_definition_may_have_windows_of_its_own(self):
        timing = definitions.timing_of(
            "programme: p\ntiming:\n  baseline: {days-before: 14, days-after: 21}\n"
            "  short: {months: 1, tolerance-days: 20, reading: ours}\n"
            "  long: {at: end, tolerance-days: 60}\naims:\n  - {da: x, en: x}\n")
        self.assertEqual(timing.baseline, (14, 21))
        self.assertEqual(timing.horizons,
                         {"short": (1, 20), "medium": (12, 90), "long": ("end", 60)})


class Theory(unittest.TestCase):
    def test_any_all_and_some_of_the_pieces(self):
        for when, pieces, status in (
                ("any", "achieved not-measured", "achieved"),
                ("any", "not-achieved not-achieved", "not-achieved"),
                ("any", "not-achieved not-measured", "not-measured"),
                ("all", "achieved achieved", "achieved"),
                ("all", "achieved not-achieved", "partly"),
                ("all", "not-achieved not-measured", "not-achieved"),
                ("all", "not-measured ended", "ended"),
                ({"n-of": "2"}, "achieved achieved not-achieved", "achieved"),
                ({"n-of": "2"}, "achieved not-achieved not-achieved", "partly"),
                ({"n-of": "2"}, "achieved not-measured not-achieved", "not-measured")):
            self.assertEqual(theory.combined(when, pieces.split()), status, (when, pieces))

    def test_a_family_achieves_when_all_its_measured_persons_do(self):
        for persons, status in (("holds not-measured", "achieved"), ("holds fails", "partly"),
                                ("fails", "not-achieved"), ("already-there fails", "not-achieved"),
                                ("already-there ended", "already-there"), ("", "not-measured")):
            self.assertEqual(theory.of_persons(persons.split()), status, persons)

    def test_a_verdict_asks_for_an_interval_of_99_percent(self):
        # Of 100, 99 % Wilson: 65 gives .5213-.7600, 75 gives .6253-.8436.
        target = Fraction(3, 5)
        self.assertEqual(theory.verdict(65, 100, 0, target), "not-distinguishable")
        self.assertEqual(theory.verdict(75, 100, 0, target), "above")
        self.assertEqual(theory.verdict(75, 100, 40, target), "depends-on-the-missing")
        self.assertEqual(theory.verdict(4, 4, 0, target), "too-few")

    def test_definitions_are_read_in_both_their_forms(self):
        fields, = definitions.items(
            "  - name: x\n    title: {da: \"Ro, og mad\", en: Calm}\n    achieved-when: {n-of: 2}\n"
            "    evidence:\n      - {scale: [a.total, b.total], rule: not-worse}   # both\n"
            "      - {indicator: c, rule: {at-least: 7}}\n    target: {share: 60 %}\n")
        self.assertEqual(fields["evidence"], [
            {"scale": ["a.total", "b.total"], "rule": "not-worse"},
            {"indicator": "c", "rule": {"at-least": "7"}}])
        self.assertEqual(fields["achieved-when"], {"n-of": "2"})
        self.assertEqual(definitions.share_of(fields["target"]["share"]), Fraction(3, 5))


if __name__ == "__main__":
    unittest.main()
