#!/usr/bin/env python3
"""score.py INPUT_DIR OUT.csv: every assessment of a folder, scored; one line a scale.

Duplicates count once, as in a run. Bands are left empty: they are not this script's matter.
"""

import sys

import exports
import instruments

HEADER = ("case_id;person_id;informant;date;instrument;scale;value;answered;prorated;"
          "band_set;band")


def written(value):
    """At most 12 significant digits, a decimal point."""
    return "" if value is None else f"{float(value):.12g}"


def score_lines(assessments):
    for row in assessments:
        for scale, score in instruments.scores_of(row).items():
            prorated = "yes" if score.prorated and score.value is not None else "no"
            yield ";".join([
                row["case"], row["person"], instruments.informant_of(row),
                row["date"].isoformat(), scale.split(".")[0], scale, written(score.value),
                str(score.answered), prorated, "", ""])


def write_scores(assessments, path):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + "\n")
        for line in score_lines(assessments):
            file.write(line + "\n")


def main():
    folder, path = sys.argv[1:3]
    tallies = {}
    cases = exports.read_cases(folder, tallies) or None
    write_scores(exports.read_assessments(folder, cases, instruments.edition_of, tallies), path)


if __name__ == "__main__":
    main()
