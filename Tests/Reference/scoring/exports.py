"""Reads canonical exports: strict records, typed cells, rejections, duplicates.

A plain second implementation of the rules of files. It is slow on purpose: one row is one
dictionary, every number is exact, and nothing is done twice as fast as it can be read.
"""

import datetime
import os
import re
from fractions import Fraction

FIT, WHOLE = "tenths", "whole"


class Kind:
    """One kind of file: who stands in it, and which answers are possible."""

    def __init__(self, pattern, person, informant, items, optional=(), extra=()):
        self.pattern = re.compile(pattern, re.IGNORECASE)
        self.person = person
        self.informant = informant
        self.items = items
        self.optional = optional
        self.extra = extra

    def required(self):
        named = ["case_id", "date"]
        named += [self.person] if self.person else []
        named += [self.informant] if self.informant in ("role", "informant", "rater") else []
        return named + list(self.extra) + list(self.items)


def numbered(prefix, count, allowed):
    return {f"{prefix}{i}": allowed for i in range(1, count + 1)}


TENTHS = [Fraction(i, 10) for i in range(101)]
TENTHS_OF_TOTAL = [Fraction(i, 10) for i in range(401)]

KINDS = {
    "fit": Kind(r"fit.*\.csv$", "respondent_id", "role",
                {**numbered("ors", 4, TENTHS), **numbered("srs", 4, TENTHS)},
                ("form", "birth_date", "ors_total", "srs_total"), ("session_no",)),
    "sdq": Kind(r"sdq.*\.csv$", "child_id", "informant",
                {**numbered("sdq", 25, range(3)), **numbered("imp", 8, range(4))},
                ("form",), ("birth_date",)),
    "pss": Kind(r"p(ss|ps).*\.csv$", "respondent_id", None, numbered("pss", 18, range(1, 6))),
    "asqse": Kind(r"asqse.*\.csv$", "child_id", None,
                  {**numbered("q", 36, (0, 5, 10)), **numbered("c", 36, (0, 1))},
                  ("edition",), ("birth_date", "gest_weeks", "interval")),
    "adbb": Kind(r"adbb.*\.csv$", "child_id", None, numbered("a", 8, range(5)),
                 ("form",), ("birth_date",)),
    "wheel": Kind(r"wheel.*\.csv$", "respondent_id", None, numbered("w", 10, range(11)),
                  (), ("comment",)),
    "who5": Kind(r"who5.*\.csv$", "person_id", None, numbered("who", 5, range(6))),
    "functional": Kind(r"functional.*\.csv$", "child_id", "rater",
                       numbered("f", 10, range(5))),
    "safety": Kind(r"safety.*\.csv$", None, "rater", {"scale": range(11)}),
}

CODES = {
    "role": ("mor", "far", "barn"),
    "informant": ("parent", "teacher", "self"),
    "rater": ("mor", "far", "professional", "child"),
}

CASE_COLUMNS = ["case_id", "municipality", "team", "programme", "start_date", "end_date"]


def records(text):
    """Yields (line, cells) of a delimited text; cells is None where a record is malformed."""
    position, line, size = 0, 1, len(text)
    while position < size:
        first = line
        cells, position, line = record(text, position, line)
        if cells != [""]:
            yield first, cells


def record(text, position, line):
    """Reads one record; a malformed one ends with its physical line."""
    start, cells = position, []
    while True:
        if text[position:position + 1] == '"':
            cell, position, line_after = quoted(text, position + 1, line)
            if cell is None:
                return None, after_line(text, start), line + 1
            line = line_after
        else:
            end = position
            while end < len(text) and text[end] not in ';\n\r"':
                end += 1
            cell, position = text[position:end], end
        cells.append(cell)
        following = text[position:position + 1]
        if following == ";":
            position += 1
        elif following in ("\n", "\r", ""):
            return cells, after_line(text, position), line + 1
        else:
            return None, after_line(text, start), line + 1


def quoted(text, position, line):
    """Reads the rest of a quoted cell; None where the quote is never closed."""
    cell = ""
    while position < len(text):
        if text[position] == '"':
            if text[position + 1:position + 2] != '"':
                return cell, position + 1, line
            position += 1
        elif text[position] == "\n":
            line += 1
        cell += text[position]
        position += 1
    return None, position, line


def after_line(text, position):
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def date_of(cell):
    """The date of a cell `dd-mm-yyyy`, or None."""
    if not re.fullmatch(r"\d\d-\d\d-\d\d\d\d", cell):
        return None
    try:
        return datetime.date(int(cell[6:]), int(cell[3:5]), int(cell[:2]))
    except ValueError:
        return None


def number_of(cell):
    """The exact number of a cell, with a decimal comma or point, or None."""
    if not re.fullmatch(r"\d+([,.]\d+)?", cell):
        return None
    return Fraction(cell.replace(",", "."))


def answer_of(cell, allowed):
    """The answer in a cell, or None where it is empty, unreadable or impossible."""
    number = number_of(cell)
    return number if number is not None and number in allowed else None


class Tally:
    """How many rows of a file came in and what became of them."""

    def __init__(self):
        self.rows = self.used = self.rejected = self.duplicates = 0


def files_below(folder):
    """(relative path, full path) of every CSV file, in bytewise order of relative path."""
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith(".csv"):
                full = os.path.join(parent, name)
                found.append((os.path.relpath(full, folder), full))
    return sorted(found, key=lambda pair: pair[0].encode())


def rows_of(path, tally):
    """Yields (line, {column: cell}); a row of another width than the header is rejected.

    Empty cells beyond the header are no cells.
    """
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    header = None
    for line, cells in records(text):
        if header is None:
            header = [cell.strip().lower() for cell in cells]
            yield line, header
            continue
        tally.rows += 1
        while cells and len(cells) > len(header) and cells[-1] == "":
            cells.pop()
        if cells is None or len(cells) != len(header):
            tally.rejected += 1
            continue
        yield line, {name: cell.strip() for name, cell in zip(header, cells)}


def read_cases(folder, tallies):
    """{case_id: row} with dates; of two rows with one id the later counts."""
    cases = {}
    for relative, full in files_below(folder):
        if not re.match(r"cases.*\.csv$", os.path.basename(relative), re.IGNORECASE):
            continue
        tally = tallies.setdefault(relative, Tally())
        stream = rows_of(full, tally)
        next(stream)
        for _, row in stream:
            start = date_of(row["start_date"])
            if row["case_id"] == "" or start is None:
                tally.rejected += 1
                continue
            if row["case_id"] in cases:
                tally.duplicates += 1
            else:
                tally.used += 1
            cases[row["case_id"]] = dict(row, start=start, end=date_of(row["end_date"]))
    return cases


def assessment(kind_name, row, cases):
    """The typed assessment of a row, or None where case, person or date is not usable."""
    kind = KINDS[kind_name]
    date = date_of(row["date"])
    person = row[kind.person] if kind.person else ""
    case_is_known = cases is None or row["case_id"] in cases
    if row["case_id"] == "" or not case_is_known or date is None:
        return None
    if kind.person and person == "":
        return None
    informant = row[kind.informant].lower() if kind.informant else None
    if kind.informant and informant not in CODES[kind.informant]:
        return None
    typed = {"kind": kind_name, "case": row["case_id"], "person": person, "date": date,
             "informant": informant}
    typed["birth"] = date_of(row.get("birth_date", ""))
    for name in ("session_no", "gest_weeks", "interval"):
        typed[name] = number_of(row.get(name, ""))
    for name in ("form", "edition"):
        typed[name] = row.get(name, "").lower()
    for name in ("ors_total", "srs_total"):
        typed[name] = answer_of(row.get(name, ""), TENTHS_OF_TOTAL)
    for name, allowed in kind.items.items():
        typed[name] = answer_of(row[name], allowed)
    return typed


def read_assessments(folder, cases, edition_of, tallies):
    """Every assessment once, in order of file and line; of two of one key the later counts."""
    found = []
    for relative, full in files_below(folder):
        names = [n for n, k in KINDS.items() if k.pattern.match(os.path.basename(relative))]
        if len(names) != 1:
            continue
        kind_name, kind = names[0], KINDS[names[0]]
        tally = tallies.setdefault(relative, Tally())
        stream = rows_of(full, tally)
        header = next(stream)[1]
        unknown = set(header) - set(kind.required()) - set(kind.optional)
        absent = set(kind.required()) - set(header) - {"comment", "session_no", "gest_weeks"}
        if unknown or absent:
            raise SystemExit(f"{relative}: unknown {sorted(unknown)}, absent {sorted(absent)}")
        for line, row in stream:
            typed = assessment(kind_name, row, cases)
            if typed is None:
                tally.rejected += 1
                continue
            typed["place"] = (relative.encode(), line)
            found.append((typed, tally))
    carry_births([typed for typed, _ in found])
    kept = {}
    for typed, tally in found:
        key = (typed["case"], typed["person"], typed["kind"], edition_of(typed),
               typed["informant"], typed["date"],
               typed["session_no"] if typed["kind"] == "fit" else None)
        if key in kept:
            tally.duplicates += 1
        else:
            tally.used += 1
        kept[key] = typed
    return sorted(kept.values(), key=lambda typed: typed["place"])


def carry_births(assessments):
    """What one row says of a person's birth counts in all others, unless rows disagree."""
    births = {}
    for typed in assessments:
        if typed["birth"] is not None and typed["birth"] > typed["date"]:
            typed["birth"] = None
        if typed["birth"] is not None:
            births.setdefault((typed["case"], typed["person"]), set()).add(typed["birth"])
    for typed in assessments:
        said = births.get((typed["case"], typed["person"]), set())
        if typed["birth"] is None and len(said) == 1:
            typed["birth"] = next(iter(said))


def read_indicators(folder, cases, tallies):
    """{(case, person, indicator): {date: value}}; of two values of one day the later counts."""
    found = {}
    for relative, full in files_below(folder):
        if not re.match(r"indicators.*\.csv$", os.path.basename(relative), re.IGNORECASE):
            continue
        tally = tallies.setdefault(relative, Tally())
        stream = rows_of(full, tally)
        next(stream)
        for _, row in stream:
            date, value = date_of(row["date"]), number_of(row["value"])
            known = row["case_id"] in cases and row["indicator"] != ""
            if not known or date is None or value is None:
                tally.rejected += 1
                continue
            values = found.setdefault((row["case_id"], row["person_id"], row["indicator"]), {})
            if date in values:
                tally.duplicates += 1
            else:
                tally.used += 1
            values[date] = value
    return found
