#!/usr/bin/env python3
"""random_forms.py COUNT SEED OUT_DIR: COUNT random forms of each instrument, in canonical files.

Every answer is equally likely, gaps are frequent, and ages lie on both sides of each limit, so
that a scorer meets every rule: `score.py` says what each form should give.
"""

import datetime
import os
import random
import sys

import exports

FIRST_DAY = datetime.date(2024, 1, 1)


def written(number):
    return f"{float(number):.1f}".replace(".", ",") if number % 1 else str(number)


def danish(date):
    return date.strftime("%d-%m-%Y")


def answers(kind, dice):
    """Answers of one form; how many are missing differs from form to form."""
    gap = dice.choice((0, 0, 0.03, 0.1, 0.3))
    return ["" if dice.random() < gap else written(dice.choice(list(allowed)))
            for allowed in kind.items.values()]


def birth_before(day, years, dice):
    """A birthday that is often near the day's own month and day, where ages turn."""
    born = day - datetime.timedelta(days=dice.randrange(1, int(years * 365.25)))
    if dice.random() < 0.4:
        months = dice.randrange(1, years * 12)
        turn = months_from(day, -months)
        born = turn + datetime.timedelta(days=dice.choice((-1, 0, 1)))
    return born


def months_from(day, count):
    index = day.year * 12 + day.month - 1 + count
    return datetime.date(index // 12, index % 12 + 1, min(day.day, 28))


def row(name, number, dice):
    """(leading cells, trailing cells) of a form."""
    case, person = f"F{number:06}", f"F{number:06}-P"
    date = FIRST_DAY + datetime.timedelta(days=dice.randrange(700))
    day = danish(date)
    if name == "fit":
        role = dice.choice(("mor", "far", "barn"))
        born = danish(birth_before(date, 18, dice)) if dice.random() < 0.5 else ""
        form = dice.choice(("", "", "ors", "cors", "gsrs"))
        return [case, person, role, "1", day], [form, born]
    if name == "sdq":
        informant = dice.choice(("parent", "teacher", "self"))
        return [case, person, informant, danish(birth_before(date, 19, dice)), day], []
    if name == "asqse":
        weeks = dice.choice(("", "40", "38", "37", "36", "32", "28"))
        interval = dice.choice(("2", "6", "12", "18", "24", "30", "36", "48", "60"))
        born = months_from(date, -min(72, max(1, int(interval) + dice.randrange(-4, 6))))
        return [case, person, danish(born), weeks, day, interval], []
    if name == "adbb":
        return [case, person, danish(birth_before(date, 3, dice)), day], []
    if name == "wheel":
        return [case, person, day], [""]
    if name == "functional":
        return [case, person, dice.choice(exports.CODES["rater"]), day], []
    if name == "safety":
        return [case, dice.choice(exports.CODES["rater"]), day], []
    return [case, person, day], []


LEADING = {
    "fit": ["case_id", "respondent_id", "role", "session_no", "date"],
    "sdq": ["case_id", "child_id", "informant", "birth_date", "date"],
    "pss": ["case_id", "respondent_id", "date"],
    "asqse": ["case_id", "child_id", "birth_date", "gest_weeks", "date", "interval"],
    "adbb": ["case_id", "child_id", "birth_date", "date"],
    "wheel": ["case_id", "respondent_id", "date"],
    "who5": ["case_id", "person_id", "date"],
    "functional": ["case_id", "child_id", "rater", "date"],
    "safety": ["case_id", "rater", "date"],
}
TRAILING = {"fit": ["form", "birth_date"], "wheel": ["comment"]}


def write(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(";".join(cells) + "\n" for cells in lines)


def main():
    count, seed, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    write(folder, "cases.csv", [exports.CASE_COLUMNS] + [
        [f"F{n:06}", "Thisted", "Team Nord", "koordinerende-familiekonsulent", "01-01-2024", ""]
        for n in range(count)])
    for name, kind in exports.KINDS.items():
        dice = random.Random(f"{seed} {name}")
        header = LEADING[name] + list(kind.items) + TRAILING.get(name, [])
        lines = [header]
        for number in range(count):
            leading, trailing = row(name, number, dice)
            lines.append(leading + answers(kind, dice) + trailing)
        write(folder, name + ".csv", lines)


if __name__ == "__main__":
    main()
