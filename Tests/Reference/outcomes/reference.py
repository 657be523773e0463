#!/usr/bin/env python3
"""reference.py INPUT_DIR OUT_DIR --as-of YYYY-MM-DD [--programmes DIR]

Baselines, follow-ups, standings and group figures of canonical exports, plainly: writes
`outcomes.csv` (unprotected) and `scores.csv`. The standing of every series is written to
`standings.csv`. Programmes whose definitions in DIR say so have windows of their own.
"""

import argparse
import calendar
import datetime
import math
import os
import re
import sys
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "scoring"))

import exports  # noqa: E402
import figures  # noqa: E402
import instruments  # noqa: E402
from score import write_scores, written  # noqa: E402

HORIZONS = ("short", "medium", "long")
EARLIEST_BEFORE_START = 90
LEAST_FOR_SD, LEAST_FOR_D = 3, 15

HIGHER_IS_BETTER = ("ors.", "cors.", "srs.", "csrs.", "gsrs.", "sdq.prosocial", "wheel.",
                    "who-5.", "safety.")

HEADER = (
    "programme;municipality;team;scale;informant;horizon;n_measured;n_missing;n_no_baseline;"
    "n_ended;n_not_yet_due;mean_baseline;mean_follow_up;mean_improvement;mean_improvement_low;"
    "mean_improvement_high;sd_improvement;d;d_low;d_high;improved;no_change;deteriorated;"
    "share_improved;share_improved_low;share_improved_high;share_bound_low;share_bound_high")

STANDINGS = ("measured", "missing", "no-baseline", "ended", "not-yet-due")


class Timing:
    """Days of the baseline before and after the start; months (or `end`) and tolerance in days
    of each horizon."""

    def __init__(self, baseline=(60, 42), short=(3, 45), medium=(12, 90), long=(24, 90)):
        self.baseline = baseline
        self.horizons = {"short": short, "medium": medium, "long": long}


DEFAULT_TIMING = Timing()


def timing_of(text):
    """The timing of a programme's definition: one line a window, as the shipped ones have it."""
    windows = {}
    for line in re.findall(r"^  (\w+): *\{(.*)\}", block(text, "timing"), re.MULTILINE):
        cells = dict(re.findall(r"([\w-]+): *([\w-]+)", line[1]))
        if line[0] == "baseline":
            windows["baseline"] = (int(cells["days-before"]), int(cells["days-after"]))
        else:
            point = "end" if cells.get("at") == "end" else int(cells["months"])
            windows[line[0]] = (point, int(cells["tolerance-days"]))
    return Timing(**windows)


def block(text, name):
    """The indented lines below a name that stands at the margin."""
    found = re.search(rf"^{name}:\n((?:  .*\n|#.*\n)*)", text, re.MULTILINE)
    return found.group(1) if found else ""


def timings_of(folder):
    result = {}
    for name in sorted(os.listdir(folder)) if folder else ():
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            result[name.removesuffix(".yaml")] = timing_of(file.read())
    return result


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


class Series:
    """The scores of one person on one scale by one informant."""

    def __init__(self, key, case, timing=DEFAULT_TIMING):
        self.key = key
        self.case = case
        self.timing = timing
        self.scores = []

    def add(self, row, score):
        session = row["session_no"] if row["session_no"] is not None else -1
        self.scores.append((row["date"], session, row["place"], score))

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
        months, tolerance = self.timing.horizons[horizon]
        end = self.case["end"] if self.case["end"] and self.case["end"] <= as_of else None
        if months == "end" and end is None:
            return "not-yet-due", None, None
        target = end if months == "end" else months_later(self.case["start"], months)
        if as_of < target + days(tolerance):
            return "not-yet-due", None, None
        baseline = self.baseline()
        if baseline is None:
            return "no-baseline", None, None
        follow_up = self.follow_up(baseline, target, tolerance)
        if follow_up:
            return "measured", baseline, follow_up
        if months != "end" and end and end < target - days(tolerance):
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


class Cell:
    """One line of the table: a group, a scale, an informant and a horizon."""

    def __init__(self):
        self.counts = dict.fromkeys(STANDINGS, 0)
        self.pairs = []

    def add(self, series, standing, baseline, follow_up):
        self.counts[standing] += 1
        if standing == "measured" and baseline[3].form == follow_up[3].form:
            self.pairs.append((series.key[0], baseline[3].value, follow_up[3].value))

    def line(self, scale, informant):
        sign = 1 if scale.startswith(HIGHER_IS_BETTER) else -1
        families = [p[0] for p in self.pairs]
        baselines = [Fraction(p[1]) for p in self.pairs]
        follow_ups = [Fraction(p[2]) for p in self.pairs]
        improvements = [sign * (b - a) for a, b in zip(baselines, follow_ups)]
        return ([self.counts[s] for s in STANDINGS]
                + self.means(families, baselines, follow_ups, improvements)
                + self.shares(families, improvements, threshold(scale, informant)))

    def means(self, families, baselines, follow_ups, improvements):
        n = len(families)
        if n == 0:
            return [None] * 9
        cells = [figures.mean(v) for v in (baselines, follow_ups, improvements)]
        interval, sd, d = None, None, None
        if n >= LEAST_FOR_SD:
            interval = figures.mean_interval(improvements, families)
            sd = math.sqrt(figures.variance(improvements))
        if n >= LEAST_FOR_D:
            d = figures.standardised_change(improvements, baselines)
        return cells + list(interval or (None, None)) + [sd] + list(d or (None,) * 3)

    def shares(self, families, improvements, rule):
        if rule is None:
            return [None] * 8
        points, suffices = rule

        def reaches(change):
            return change >= points if suffices else change > points

        improved = [1 if reaches(i) else 0 for i in improvements]
        worse = sum(reaches(-i) for i in improvements)
        n, k = len(improved), sum(improved)
        cells = [k, n - k - worse, worse]
        if n:
            count = figures.effective_count(improved, families)
            cells += [Fraction(k, n), *figures.wilson(Fraction(k, n), count)]
        else:
            cells += [None] * 3
        unknown = self.counts["missing"] + self.counts["ended"]
        if n + unknown == 0:
            return cells + [None, None]
        return cells + [Fraction(k, n + unknown), Fraction(k + unknown, n + unknown)]


def groups_of(case):
    programme, municipality, team = (
        case[name] or "-" for name in ("programme", "municipality", "team"))
    return (("*", "*", "*"), (programme, "*", "*"), (programme, municipality, "*"),
            (programme, municipality, team))


def compute(series, as_of):
    """({key: Cell}, lines of standings)."""
    cells, standings = {}, []
    for key in sorted(series):
        one = series[key]
        for place, name in enumerate(HORIZONS):
            result = one.standing(name, as_of)
            standings.append(";".join(key) + f";{name};{result[0]}")
            for group in groups_of(one.case):
                cell = cells.setdefault((*group, key[2], key[3], place), Cell())
                cell.add(one, *result)
    return cells, standings


def complete(cells):
    """Gives every group a line for all that its programme measures, so that a line that is absent
    tells nothing of a group."""
    groups, measures = {}, {}
    for key in cells:
        groups.setdefault(key[0], set()).add(key[:3])
        measures.setdefault(key[0], set()).add(key[3:])
    for programme in groups:
        for group in groups[programme]:
            for measure in measures[programme]:
                cells.setdefault((*group, *measure), Cell())


def write_outcomes(cells, path):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + "\n")
        for key in sorted(cells):
            values = [str(v) if isinstance(v, int) else written(v)
                      for v in cells[key].line(key[3], key[4])]
            file.write(";".join([*key[:5], HORIZONS[key[5]], *values]) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--as-of", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--programmes")
    options = parser.parse_args()
    tallies = {}
    cases = exports.read_cases(options.input, tallies)
    rows = exports.read_assessments(options.input, cases, instruments.edition_of, tallies)
    series = all_series(rows, cases, timings_of(options.programmes), options.as_of)
    cells, standings = compute(series, options.as_of)
    complete(cells)
    os.makedirs(options.output, exist_ok=True)
    write_scores(rows, os.path.join(options.output, "scores.csv"))
    write_outcomes(cells, os.path.join(options.output, "outcomes.csv"))
    with open(os.path.join(options.output, "standings.csv"), "w", encoding="utf-8") as file:
        file.write("case_id;person_id;scale;informant;horizon;standing\n")
        file.writelines(line + "\n" for line in standings)
    for name in sorted(tallies):
        t = tallies[name]
        print(f"{name}: {t.rows} rows = {t.used} used + {t.rejected} rejected"
              f" + {t.duplicates} duplicates")


if __name__ == "__main__":
    main()
