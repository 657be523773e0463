"""Reads what the reference needs of a programme's definition: windows, axes and outcomes.

The few forms of YAML that the shipped definitions have: keys at the margin, lists of mappings
below them, and `{...}` and `[...]` on one line.
"""

import os
import re
from fractions import Fraction


class Timing:
    """Days of the baseline before and after the start; months (or `end`) and tolerance in days
    of each horizon."""

    def __init__(self, baseline=(60, 42), short=(3, 45), medium=(12, 90), long=(24, 90)):
        self.baseline = baseline
        self.horizons = {"short": short, "medium": medium, "long": long}


DEFAULT_TIMING = Timing()


class Outcome:
    def __init__(self, fields):
        self.name = fields["name"]
        self.horizon = fields["horizon"]
        self.whom = fields["whom"]
        self.evidence = fields["evidence"]
        self.achieved_when = fields.get("achieved-when", "any")
        target = fields.get("target")
        self.target = share_of(target["share"]) if target else None


class Programme:
    def __init__(self, text):
        self.timing = timing_of(text)
        self.outcomes = [Outcome(fields) for fields in items(block(text, "outcomes"))]
        axes = [fields["name"] for fields in items(block(text, "wheel-axes"))]
        self.axes = {f"wheel.{name}": f"wheel.w{i}" for i, name in enumerate(axes, 1)}


def programmes_of(folder):
    """{name: Programme} of a folder of definitions."""
    result = {}
    for name in sorted(os.listdir(folder)) if folder else ():
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            result[name.removesuffix(".yaml")] = Programme(file.read())
    return result


def share_of(text):
    """`60 %` as a fraction."""
    return Fraction(text.removesuffix("%").strip()) / 100


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
    found = re.search(rf"^{name}:.*\n((?:  .*\n|#.*\n|\n)*)", text, re.MULTILINE)
    return found.group(1) if found else ""


def items(text):
    """The mappings of a list that is indented by two: one line each, or a line a key."""
    found = []
    for line in text.splitlines():
        line = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if line.startswith("  - "):
            found.append({})
            line = "    " + line[4:]
        if re.match(r"    \{", line):
            found[-1] = flow(line.strip())
        elif re.match(r"      - ", line):
            found[-1][key].append(flow(line[8:]))
        elif re.match(r"    [\w-]+:", line):
            key, value = line.strip().split(":", 1)
            found[-1][key] = flow(value.strip()) if value.strip() else []
    return found


def flow(text):
    """`{a: b, c: [d, e]}` as dictionaries, lists and texts."""
    tokens = re.findall(r'"[^"]*"|[\[\]{},]|:(?=\s|$)|(?:[^\[\]{},:"]|:(?!\s|$))+', text)
    value, rest = flow_value([token.strip() for token in tokens if token.strip()])
    if rest:
        raise SystemExit(f"cannot read: {text}")
    return value


def flow_value(tokens):
    head, rest = tokens[0], tokens[1:]
    if head not in ("[", "{"):
        return head.strip('"'), rest
    found, closing = [], {"[": "]", "{": "}"}[head]
    while rest[0] != closing:
        value, rest = flow_value(rest)
        if rest[0] == ":":
            second, rest = flow_value(rest[1:])
            value = (value, second)
        found.append(value)
        if rest[0] == ",":
            rest = rest[1:]
    return (dict(found) if head == "{" else found), rest[1:]
