#!/usr/bin/env python3
"""compare.py A.csv B.csv [--keys N] [--columns NAME,...] [--tolerance T]

Compares two tidy tables, line by key, and says every difference. Numbers agree within the
tolerance (1e-9), counted relative to numbers above 1. Keys are the first N columns: 6 for
`outcomes.csv`, and for `scores.csv` the columns before `value`. Keys that occur several times
are compared in their order.
"""

import argparse
import csv
import sys


def table(path, key_count, columns):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        header = next(reader)
        places = [i for i, name in enumerate(header)
                  if i >= key_count and name != "kept" and (not columns or name in columns)]
        lines, seen = {}, {}
        for cells in reader:
            key = tuple(c for i, c in enumerate(cells) if i < key_count)
            seen[key] = seen.get(key, 0) + 1
            lines[(*key, seen[key])] = [cells[i] for i in places]
    return [header[i] for i in places], lines


def differs(a, b, tolerance):
    if a == b:
        return False
    try:
        x, y = float(a), float(b)
    except ValueError:
        return True
    return abs(x - y) > tolerance * max(1, abs(x), abs(y))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("a")
    parser.add_argument("b")
    parser.add_argument("--keys", type=int, default=6)
    parser.add_argument("--columns", default="")
    parser.add_argument("--tolerance", type=float, default=1e-9)
    options = parser.parse_args()
    columns = [name for name in options.columns.split(",") if name]
    names, a = table(options.a, options.keys, columns)
    others, b = table(options.b, options.keys, columns)
    differences = [] if names == others else [f"columns: {names} against {others}"]
    for key in sorted(a.keys() ^ b.keys()):
        side = options.a if key in a else options.b
        differences.append(f"{';'.join(map(str, key))}: only in {side}")
    for key in sorted(a.keys() & b.keys()):
        for name, x, y in zip(names, a[key], b[key]):
            if differs(x, y, options.tolerance):
                differences.append(f"{';'.join(map(str, key))}: {name}: {x!r} against {y!r}")
    for difference in differences[:200]:
        print(difference)
    print(f"{len(a)} and {len(b)} lines, {len(differences)} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
