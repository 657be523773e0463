"""Series of scores: baseline, follow-up, standing, and the rules of change."""

import calendar
import datetime
import math
from fractions import Fraction

import instruments
from definitions import DEFAULT_TIMING

EARLIEST_BEFORE_START = 90

HIGHER_IS_BETTER = ("ors.", "cors.", "srs.", "csrs.", "gsrs.", "sdq.prosocial", "wheel.",
                    "who-5.", "safety.")


def days(count):
    return datetime.timedelta(days=count)


def months_later(date, count):
    """So many calendar months later, the day held within the month."""
    index = date.year * 12 + date.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return datetime.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


def threshold(scale, informant):
    """(points, whether exactly so many suffice) of the change rule, or None."""
    if scale in ("ors.total", "cors.total"):
        return Fraction(5), True
    if scale == "sdq.total":
        # 1.96 S_diff of norm SD and Cronbach's alpha (Goodman 2001): 3.48, 3.06, 3.29.
        points = {"parent": (Fraction("5.8"), Fraction("0.82")),
                  "teacher": (Fraction("6.0"), Fraction("0.87")),
                  "self": (Fraction("5.2"), Fraction("0.80"))}[informant]
        return 1.96 * float(points[0]) * math.sqrt(2 * (1 - points[1])), False
    if scale in ("pss.total", "who-5.index"):
        return Fraction(10), True
    return (Fraction(1), True) if scale.startswith("wheel.") else None


def ended(case, as_of):
    """The day a case ended, or None while it is open."""
    return case["end"] if case["end"] and case["end"] <= as_of else None


def window_of(case, timing, horizon, as_of):
    """(target day, tolerance) of a horizon, or None before it is over."""
    point, tolerance = timing.horizons[horizon]
    target = ended(case, as_of) if point == "end" else months_later(case["start"], point)
    if target is None or as_of < target + days(tolerance):
        return None
    return target, tolerance


def has_ended_before(case, timing, horizon, as_of):
    """Whether a case ended before the window of a horizon that is over; never at the end."""
    target, tolerance = window_of(case, timing, horizon, as_of)
    end = ended(case, as_of)
    is_end = timing.horizons[horizon][0] == "end"
    return not is_end and end is not None and end < target - days(tolerance)


def improvement(scale, before, after):
    """Signed so that positive is better."""
    change = Fraction(after) - Fraction(before)
    return change if scale.startswith(HIGHER_IS_BETTER) else -change


def reaches(change, rule):
    points, suffices = rule
    return change >= points if suffices else change > points


class Series:
    """The scores of one person on one scale by one informant."""

    def __init__(self, key, case, timing=DEFAULT_TIMING):
        self.key = key
        self.case = case
        self.timing = timing
        self.scores = []

    def add(self, row, score):
        session = row["session_no"] if row["session_no"] is not None else -1
        self.scores.append((row["date"], session, row["place"], score, row))

    def baseline(self):
        start, (before, after) = self.case["start"], self.timing.baseline
        window = [s for s in self.scores if start - days(before) <= s[0] <= start + days(after)]
        return min(window, key=lambda s: s[:3], default=None)

    def follow_up(self, baseline, target, tolerance):
        horizon = (target - self.case["start"]).days
        candidates = [s for s in self.scores
                      if abs((s[0] - target).days) <= tolerance
                      and 2 * (s[0] - baseline[0]).days >= horizon]
        return min(candidates, default=None, key=lambda s: (
            abs((s[0] - target).days), -s[0].toordinal(), -s[1]))

    def standing(self, horizon, as_of):
        """(standing, baseline, follow-up) at a horizon."""
        window = window_of(self.case, self.timing, horizon, as_of)
        if window is None:
            return "not-yet-due", None, None
        target, tolerance = window
        baseline = self.baseline()
        if baseline is None:
            return "no-baseline", None, None
        follow_up = self.follow_up(baseline, target, tolerance)
        if follow_up:
            return "measured", baseline, follow_up
        if has_ended_before(self.case, self.timing, horizon, as_of):
            return "ended", baseline, None
        return "missing", baseline, None


def is_used(row, case, as_of):
    """Whether an assessment's date can be right."""
    if row["date"] > as_of or (row["birth"] and row["date"] < row["birth"]):
        return False
    return row["date"] >= case["start"] - days(EARLIEST_BEFORE_START)


def all_series(assessments, cases, timings, as_of):
    found = {}
    for row in assessments:
        case = cases[row["case"]]
        if case["start"] > as_of or not is_used(row, case, as_of):
            continue
        for scale, score in instruments.scores_of(row).items():
            if score.value is not None:
                key = (row["case"], row["person"], scale, instruments.informant_of(row))
                timing = timings.get(case["programme"], DEFAULT_TIMING)
                found.setdefault(key, Series(key, case, timing)).add(row, score)
    return found
