#!/usr/bin/env python3
"""edges.py INPUT_DIR OUT_DIR SEED

Copies canonical exports and makes them awkward: starts at the ends of months, assessments a day
before, on and a day after the limits of windows, equally near a target, birthdays around the
limits of ages, children who outgrow CORS between baseline and follow-up, cases without a municipality, a team or a known programme, rows doubled and spread
over two files, all in another order.
"""

import calendar
import csv
import datetime
import io
import os
import random
import sys

DATE_COLUMNS = {"fit": 4, "sdq": 4, "pss": 2, "asqse": 4, "adbb": 3, "wheel": 2, "who5": 2,
                "functional": 3, "safety": 2, "indicators": 2}
MONTHS_AND_TOLERANCES = ((3, 45), (12, 90), (24, 90), (1, 14), (3, 30), (6, 45), (9, 90))
BASELINE_LIMITS = (-90, -60, -14, 0, 21, 42)
AGE_LIMITS = (2, 4, 5, 11, 16, 17, 18)


def date_of(text):
    return datetime.datetime.strptime(text, "%d-%m-%Y").date()


def written(date):
    return date.strftime("%d-%m-%Y")


def days(count):
    return datetime.timedelta(days=count)


def months_later(date, count):
    index = date.year * 12 + date.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return datetime.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


class Edges:
    def __init__(self, source, target, seed):
        self.source, self.target = source, target
        self.random = random.Random(seed)
        self.cases = {}
        self.births = {}

    def lines(self, name):
        with open(os.path.join(self.source, name + ".csv"), encoding="utf-8") as file:
            header, *rows = file.read().splitlines()
        return header, rows

    def write(self, name, header, rows):
        with open(os.path.join(self.target, name + ".csv"), "w", encoding="utf-8",
                  newline="\n") as file:
            file.write("\n".join([header, *rows]) + "\n")

    def happens(self, chance):
        return self.random.random() < chance

    def make(self):
        os.makedirs(self.target, exist_ok=True)
        header, rows = self.lines("cases")
        self.write("cases", header, [self.case(row, header) for row in rows])
        for name, column in DATE_COLUMNS.items():
            self.make_file(name, column)

    def case(self, row, header):
        cells = row.split(";")
        if len(cells) != header.count(";") + 1:
            return row
        if self.happens(0.2):
            start = date_of(cells[4]).replace(day=1) + days(self.random.choice((27, 28, 29, 30)))
            cells[4] = written(start)
            if cells[5] and date_of(cells[5]) < start:
                cells[5] = ""
        for column, others in ((1, [""]), (2, [""]), (3, ["", "unknown", "familieanbringelse"])):
            if self.happens(0.08):
                cells[column] = self.random.choice(others)
        self.cases[cells[0]] = (date_of(cells[4]), date_of(cells[5]) if cells[5] else None)
        return ";".join(cells)

    def make_file(self, name, column):
        header, rows = self.lines(name)
        files = [], []
        for row in rows:
            row = self.assessment(name, row, column, header)
            files[self.happens(0.2)].append(row)
            if self.happens(0.02):
                files[self.happens(0.5)].append(row)
        for suffix, part in zip(("", "-more"), files):
            self.random.shuffle(part)
            self.write(name + suffix, header, part)

    def assessment(self, name, row, column, header):
        """The row on another day, unless it is broken."""
        cells = next(csv.reader(io.StringIO(row), delimiter=";"))
        is_sound = '"' not in row and len(cells) == header.count(";") + 1
        if not is_sound or cells[0] not in self.cases:
            return row
        if self.happens(0.5):
            cells[column] = written(self.day(*self.cases[cells[0]]))
        if name == "sdq" and self.happens(0.3):
            cells[3] = self.birth(cells[column]) if self.happens(0.6) else ""
        if name == "fit" and cells[2] == "barn":
            birth = self.birth_in_case(cells[0], cells[1]) if self.happens(0.7) else ""
            cells[13:15] = ["", birth]
        return ";".join(cells)

    def day(self, start, end):
        off = days(self.random.choice((-1, 0, 1)))
        if self.happens(0.3):
            return start + days(self.random.choice(BASELINE_LIMITS)) + off
        months, tolerance = self.random.choice(MONTHS_AND_TOLERANCES)
        target = months_later(start, months)
        if end and self.happens(0.2):
            target, tolerance = end, self.random.choice((45, 60))
        half = (target - start).days // 2
        return target + days(self.random.choice((-tolerance, tolerance, 0, -3, 3, -half))) + off

    def birth_in_case(self, case, child):
        """The child's one birth date: it turns 13 in the months after the start, mostly."""
        if (case, child) not in self.births:
            turns = self.cases[case][0] + days(self.random.randint(-60, 420))
            age = self.random.choice((13, 13, 13, 13, 6, 18))
            self.births[case, child] = written(months_later(turns, -12 * age))
        return self.births[case, child]

    def birth(self, day):
        """A birthday around the day, at an age that matters."""
        try:
            date = date_of(day)
        except ValueError:
            return ""
        age = self.random.choice(AGE_LIMITS)
        return written(months_later(date, -12 * age) + days(self.random.choice((-1, 0, 1))))


if __name__ == "__main__":
    Edges(sys.argv[1], sys.argv[2], int(sys.argv[3])).make()
