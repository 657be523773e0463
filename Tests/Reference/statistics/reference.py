"""Writes a CSV file of reference numbers beside the scripts: ';' between columns, '|' in lists.

Each other script of this folder is run here, as in `python3 distributions.py`, and writes the
same bytes each time.
"""

import csv
import pathlib

HERE = pathlib.Path(__file__).parent


def cell(value):
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "|".join(cell(part) for part in value)
    if isinstance(value, float):
        return repr(float(value))
    return str(value)


def write(name, columns, rows):
    with open(HERE / name, "w", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\n")
        out.writerow(columns)
        out.writerows([cell(value) for value in row] for row in rows)
