"""Where families stand with the outcomes of their programme, by `change theory` of the rules."""

from collections import Counter
from fractions import Fraction

import cut_offs
import figures
from series import (EARLIEST_BEFORE_START, days, has_ended_before, improvement, reaches, threshold,
                    window_of)

STATUSES = ("achieved", "partly", "not-achieved", "already-there", "not-measured", "ended",
            "not-yet-due")
Z_99 = 2.5758293035489004
LEAST_FOR_A_VERDICT = 5

# Instruments that the monthly report does not read: a piece that asks for one is passed over
# where another can be measured.
NOT_READ = ("seam.", "boernelineal.", "trivselslineal.")


class Family:
    """One case: its series, its indicators and the roles of its persons."""

    def __init__(self, case, programme, as_of, roles):
        self.case = case
        self.programme = programme
        self.as_of = as_of
        self.roles = roles
        self.series = []
        self.indicators = []

    def status(self, outcome):
        if window_of(self.case, self.programme.timing, outcome.horizon, self.as_of) is None:
            return "not-yet-due"
        pieces = [p for p in outcome.evidence if not is_unread(p)] or outcome.evidence
        return combined(outcome.achieved_when,
                        [self.piece(piece, outcome.horizon) for piece in pieces])

    def piece(self, piece, horizon):
        if "indicator" in piece:
            (rule, amount), = piece["rule"].items()
            rows = [one for one in self.indicators if one.key[2] == piece["indicator"]]
            return of_persons([one.result(rule, Fraction(amount), horizon, self.as_of)
                               for one in rows])
        scales = [self.programme.axes.get(name, name) for name in listed(piece["scale"])]
        informants = listed(piece.get("informant", []))
        role = {"children": "child", "parents": "parent"}.get(piece.get("of"))
        results = []
        for one in self.series:
            _, person, scale, informant = one.key
            own = self.roles.get(person, "unknown")
            if scale not in scales or informants and informant not in informants:
                continue
            if role is None or person == "" or own in (role, "unknown"):
                results.append(scale_result(one, piece["rule"], horizon, self.as_of))
        return of_persons(results)


def listed(value):
    return value if isinstance(value, list) else [value]


def is_unread(piece):
    return "scale" in piece and all(s.startswith(NOT_READ) for s in listed(piece["scale"]))


def scale_result(series, rule, horizon, as_of):
    """What one person's scores say: holds, fails, already-there, ended or not-measured."""
    standing, _, follow_up = series.standing(horizon, as_of)
    baseline = series.baseline()
    if baseline is None:
        return "not-measured"
    if meets(series, rule, baseline):
        return "already-there"
    if standing != "measured":
        return "ended" if standing == "ended" else "not-measured"
    holds = (meets(series, rule, follow_up) if is_about_a_place(rule)
             else moves(series, rule, baseline, follow_up))
    return {True: "holds", False: "fails", None: "not-measured"}[holds]


def is_about_a_place(rule):
    return rule == "better-than-cut-off" or "in-band" in rule


def meets(series, rule, measurement):
    """Whether one measurement meets a rule about where a person is; None for other rules."""
    _, _, scale, informant = series.key
    score, row = measurement[3], measurement[4]
    if rule in ("better-than-cut-off", "not-worse"):
        clinical = cut_offs.is_clinical(scale, informant, row, score)
        return None if clinical is None else not clinical
    if "in-band" in rule:
        if rule["in-band"] != ["normal"] or rule["set"] != "three-band":
            raise SystemExit(f"no such band here: {rule}")
        return cut_offs.is_normal(scale, informant, score)
    return None


def moves(series, rule, baseline, follow_up):
    """Whether two measurements meet a rule about movement; across forms only zones can."""
    _, _, scale, informant = series.key
    if baseline[3].form != follow_up[3].form:
        zones = [cut_offs.zone(scale, informant, m[3]) for m in (baseline, follow_up)]
        return zones[1] <= zones[0] if rule == "not-worse" and None not in zones else None
    change = improvement(scale, baseline[3].value, follow_up[3].value)
    points = threshold(scale, informant)
    if rule == "reliable-improvement":
        return None if points is None else reaches(change, points)
    if rule == "not-worse":
        return change >= 0 if points is None else not reaches(-change, points)
    return change >= Fraction(rule["at-least-steps"])


class Indicator:
    """The values of one indicator for one person, or for the family."""

    def __init__(self, key, case, timing):
        self.key = key
        self.case = case
        self.timing = timing
        self.values = {}

    def result(self, rule, amount, horizon, as_of):
        target, tolerance = window_of(self.case, self.timing, horizon, as_of)
        start, (before, after) = self.case["start"], self.timing.baseline
        early = [d for d in self.values
                 if start - days(before) <= d <= start + days(after)]
        baseline = min(early, default=None)
        is_change = rule in ("falls-by", "rises-by")
        if is_change and baseline is None:
            return "not-measured"
        span = (target - start).days
        late = [d for d in self.values if abs((d - target).days) <= tolerance
                and (not is_change or d > baseline and 2 * (d - baseline).days >= span)]
        if not late:
            has_ended = has_ended_before(self.case, self.timing, horizon, as_of)
            return "ended" if has_ended and baseline is not None else "not-measured"
        value = self.values[min(late, key=lambda d: (abs((d - target).days), -d.toordinal()))]
        holds = {
            "falls-by": lambda: self.values[baseline] - value >= amount,
            "rises-by": lambda: value - self.values[baseline] >= amount,
            "at-most": lambda: value <= amount, "at-least": lambda: value >= amount,
        }[rule]()
        return "holds" if holds else "fails"


def of_persons(results):
    """Where a family stands with a piece: achieved if all measured persons achieve."""
    counts = Counter(results)
    if counts["holds"] + counts["fails"]:
        if not counts["fails"]:
            return "achieved"
        return "partly" if counts["holds"] else "not-achieved"
    for status in ("already-there", "ended"):
        if counts[status]:
            return status
    return "not-measured"


def combined(when, pieces):
    """Where a family stands with an outcome, by where it stands with each piece."""
    unmeasured = "ended" if "ended" in pieces else "not-measured"
    if when == "any":
        for status in ("achieved", "already-there", "partly"):
            if status in pieces:
                return status
        return "not-achieved" if set(pieces) == {"not-achieved"} else unmeasured
    there = pieces.count("already-there")
    if when == "all":
        if there == len(pieces):
            return "already-there"
        if pieces.count("achieved") == len(pieces) - there:
            return "achieved"
        if "achieved" in pieces or "partly" in pieces:
            return "partly"
        return "not-achieved" if "not-achieved" in pieces else unmeasured
    needed = int(when["n-of"]) - there
    achieved = pieces.count("achieved")
    if needed <= 0:
        return "already-there"
    if achieved >= needed:
        return "achieved"
    if achieved + pieces.count("not-measured") + pieces.count("ended") >= needed:
        return unmeasured
    return "partly" if achieved or "partly" in pieces else "not-achieved"


def line(counts, target):
    """Counts, share, interval, target and verdict of one outcome in one group."""
    achieved = counts["achieved"]
    measured = achieved + counts["partly"] + counts["not-achieved"]
    cells = [counts[status] for status in STATUSES]
    cells += [Fraction(achieved, measured), *figures.wilson(Fraction(achieved, measured), measured)
              ] if measured else [None] * 3
    if target is None:
        return cells + [None, ""]
    unknown = counts["not-measured"] + counts["ended"]
    return cells + [target, verdict(achieved, measured, unknown, target)]


def verdict(achieved, measured, unknown, target):
    if measured < LEAST_FOR_A_VERDICT:
        return "too-few"
    everybody = measured + unknown
    if side(achieved, everybody, target) != side(achieved + unknown, everybody, target):
        return "depends-on-the-missing"
    return side(achieved, measured, target)


def side(count, total, target):
    """On which side of a target the whole 99 % interval lies."""
    low, high = figures.wilson(Fraction(count, total), total, Z_99)
    return "above" if low > target else "below" if high < target else "not-distinguishable"


def roles_of(assessments):
    """{(case, person): child or parent}; a child before a parent."""
    roles = {}
    for row in assessments:
        role = role_in(row)
        if role and roles.get((row["case"], row["person"])) != "child":
            roles[row["case"], row["person"]] = role
    return roles


def role_in(row):
    if row["kind"] in ("sdq", "asqse", "adbb", "functional") or row["informant"] == "barn":
        return "child"
    return "parent" if row["kind"] in ("fit", "pss", "wheel") else None


def families_of(cases, programmes, as_of, series, indicators, assessments):
    """The families that a definition speaks of and that have started."""
    families = {
        name: Family(case, programmes[case["programme"]], as_of, {})
        for name, case in cases.items()
        if case["programme"] in programmes and case["start"] <= as_of}
    for (case, person), role in roles_of(assessments).items():
        if case in families:
            families[case].roles[person] = role
    for key, one in series.items():
        if key[0] in families:
            families[key[0]].series.append(one)
    for key, values in indicators.items():
        if key[0] not in families:
            continue
        family = families[key[0]]
        one = Indicator(key, family.case, family.programme.timing)
        first = family.case["start"] - days(EARLIEST_BEFORE_START)
        one.values = {d: v for d, v in values.items() if first <= d <= as_of}
        family.indicators.append(one)
    return families


def compute(families, programmes, groups_of):
    """Lines of the table, by group, horizon, whom and outcome."""
    counts = {}
    for family in families.values():
        programme = family.case["programme"]
        for outcome in programmes[programme].outcomes:
            status = family.status(outcome)
            for group in groups_of(family.case)[1:]:
                counts.setdefault((*group, outcome.name), Counter())[status] += 1
    for key in sorted(counts):
        outcome, = (o for o in programmes[key[0]].outcomes if o.name == key[3])
        yield [*key[:3], outcome.horizon, outcome.whom, outcome.name,
               *line(counts[key], outcome.target)]
