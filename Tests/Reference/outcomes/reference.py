#!/usr/bin/env python3
"""reference.py INPUT_DIR OUT_DIR --as-of YYYY-MM-DD [--programmes DIR]

Baselines, follow-ups, standings and group figures of canonical exports, plainly: writes
`outcomes.csv` (unprotected), `clinical.csv`, `attrition.csv`, `form-changes.csv`,
`change-theory.csv` and `scores.csv`. The standing of every series is written to `standings.csv`.
Programmes whose definitions in DIR say so have windows of their own, and outcomes.
"""

import argparse
import datetime
import functools
import math
import os
import sys
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "scoring"))

import change_tables  # noqa: E402
import definitions  # noqa: E402
import exports  # noqa: E402
import figures  # noqa: E402
import form_changes  # noqa: E402
import instruments  # noqa: E402
import theory  # noqa: E402
from series import all_series, improvement, reaches, threshold  # noqa: E402
from score import write_scores, written  # noqa: E402

HORIZONS = ("short", "medium", "long")
LEAST_FOR_SD, LEAST_FOR_D = 3, 15

HEADER = (
    "programme;municipality;team;scale;informant;horizon;n_measured;n_missing;n_no_baseline;"
    "n_ended;n_not_yet_due;mean_baseline;mean_follow_up;mean_improvement;mean_improvement_low;"
    "mean_improvement_high;sd_improvement;d;d_low;d_high;improved;no_change;deteriorated;"
    "share_improved;share_improved_low;share_improved_high;share_bound_low;share_bound_high")

FORM_CHANGES = "programme;municipality;team;scale;later;informant;horizon;n;better;same;worse"

CHANGE_THEORY = (
    "programme;municipality;team;horizon;whom;outcome;achieved;partly;not_achieved;already_there;"
    "not_measured;ended;not_yet_due;share_achieved;share_low;share_high;target;verdict")

KEYS = "programme;municipality;team;scale;informant;horizon;"
CLINICAL = KEYS + "recovered;improved;unchanged;deteriorated;harmed"
ATTRITION = KEYS + (
    "n_measured;n_missing;mean_baseline_measured;mean_baseline_missing;standardised_difference;"
    "expected_regression")

STANDINGS = ("measured", "missing", "no-baseline", "ended", "not-yet-due")


class Cell:
    """One line of the table: a group, a scale, an informant and a horizon."""

    def __init__(self):
        self.counts = dict.fromkeys(STANDINGS, 0)
        self.pairs = []
        self.measured = []
        self.missed = []

    def add(self, series, standing, baseline, follow_up):
        self.counts[standing] += 1
        if standing == "measured":
            self.measured.append((baseline, follow_up))
        if standing == "missing":
            self.missed.append(baseline)
        if standing == "measured" and baseline[3].form == follow_up[3].form:
            self.pairs.append((series.key[0], baseline[3].value, follow_up[3].value))

    def line(self, scale, informant):
        families = [p[0] for p in self.pairs]
        baselines = [Fraction(p[1]) for p in self.pairs]
        follow_ups = [Fraction(p[2]) for p in self.pairs]
        improvements = [improvement(scale, a, b) for a, b in zip(baselines, follow_ups)]
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
        improved = [1 if reaches(i, rule) else 0 for i in improvements]
        worse = sum(reaches(-i, rule) for i in improvements)
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


def write_table(path, header, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(header + "\n")
        for line in lines:
            file.write(";".join(str(v) if isinstance(v, (int, str)) else written(v)
                                for v in line) + "\n")


def outcome_lines(cells):
    for key in sorted(cells):
        yield [*key[:5], HORIZONS[key[5]], *cells[key].line(key[3], key[4])]


def form_change_lines(counts):
    for key in sorted(counts):
        yield [*key[:3], form_changes.EARLIER, form_changes.LATER, key[3], HORIZONS[key[4]],
               *counts[key]]


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
    indicators = exports.read_indicators(options.input, cases, tallies)
    programmes = definitions.programmes_of(options.programmes)
    timings = {name: programme.timing for name, programme in programmes.items()}
    series = all_series(rows, cases, timings, options.as_of)
    cells, standings = compute(series, options.as_of)
    complete(cells)
    moved = form_changes.compute(series, options.as_of, groups_of, HORIZONS)
    families = theory.families_of(cases, programmes, options.as_of, series, indicators, rows)
    os.makedirs(options.output, exist_ok=True)
    below = functools.partial(os.path.join, options.output)
    write_scores(rows, below("scores.csv"))
    write_table(below("outcomes.csv"), HEADER, outcome_lines(cells))
    write_table(below("clinical.csv"), CLINICAL, change_tables.clinical_lines(cells, HORIZONS))
    write_table(below("attrition.csv"), ATTRITION, change_tables.attrition_lines(cells, HORIZONS))
    write_table(below("form-changes.csv"), FORM_CHANGES, form_change_lines(moved))
    write_table(below("change-theory.csv"), CHANGE_THEORY,
                theory.compute(families, programmes, groups_of))
    with open(below("standings.csv"), "w", encoding="utf-8") as file:
        file.write("case_id;person_id;scale;informant;horizon;standing\n")
        file.writelines(line + "\n" for line in standings)
    for name in sorted(tallies):
        t = tallies[name]
        print(f"{name}: {t.rows} rows = {t.used} used + {t.rejected} rejected"
              f" + {t.duplicates} duplicates")


if __name__ == "__main__":
    main()
