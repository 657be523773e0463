"""Scores one assessment at a time, by the publishers' rules, in exact numbers.

Sources: SDQ: www.sdqinfo.org (scoring the SDQ for age 4-17, 2014). PSS: Berry & Jones (1995);
Danish subscales: Pontoppidan, Nielsen & Kristensen (2018). ADBB: Guedeney & Fermanian (2001);
m-ADBB: Matthey, Crncec, Hales & Guedeney (2013). ASQ:SE-2: Squires, Bricker & Twombly (2015);
omissions: Minnesota Department of Human Services and agesandstages.com. ORS and SRS: Miller &
Duncan (2004). WHO-5: Topp et al. (2015).
"""

import datetime
from fractions import Fraction


def months_between(earlier, later):
    """Completed calendar months."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def years_between(earlier, later):
    return months_between(earlier, later) // 12


class Score:
    def __init__(self, value, answered, prorated=False, form=""):
        self.value = value
        self.answered = answered
        self.prorated = prorated
        self.form = form


def edition_of(row):
    """The edition of an assessment: editions are different scales."""
    if row["kind"] == "fit":
        return fit_edition(row)
    if row["kind"] == "asqse":
        return "asq-se" if row["edition"] == "1" else "asq-se-2"
    if row["kind"] == "adbb":
        return "m-adbb" if row["form"] == "m-adbb" else "adbb"
    return row["kind"]


def fit_edition(row):
    if row["form"] in ("cors", "csrs"):
        return "cors"
    if row["form"] == "gsrs":
        return "gsrs"
    if row["form"] in ("ors", "srs"):
        return "ors"
    if row["informant"] == "barn" and row["birth"] is not None:
        if 6 <= years_between(row["birth"], row["date"]) <= 12:
            return "cors"
    return "ors"


def informant_of(row):
    fixed = {"pss": "self", "wheel": "self", "who5": "self", "asqse": "parent",
             "adbb": "professional"}
    return fixed.get(row["kind"]) or row["informant"]


def scores_of(row):
    """{scale: Score} of an assessment; the value is None where a scale cannot be scored."""
    return {
        "fit": fit, "sdq": sdq, "pss": pss, "asqse": asqse, "adbb": adbb, "wheel": wheel,
        "who5": who5, "functional": functional, "safety": safety,
    }[row["kind"]](row)


def answers(row, prefix, numbers):
    return [row[f"{prefix}{i}"] for i in numbers]


def complete_sum(values):
    """The sum where every answer is there."""
    given = [v for v in values if v is not None]
    return Score(sum(given) if len(given) == len(values) else None, len(given))


def fit(row):
    edition = fit_edition(row)
    outcome = {"ors": "ors", "cors": "cors", "gsrs": None}[edition]
    session = {"ors": "srs", "cors": "csrs", "gsrs": "gsrs"}[edition]
    scores = {}
    if outcome:
        scores[outcome + ".total"] = fit_total(row, "ors")
        if not fit_age_fits(row, outcome):
            scores[outcome + ".total"].value = None
    scores[session + ".total"] = fit_total(row, "srs")
    return scores


def fit_age_fits(row, edition):
    if row["birth"] is None:
        return True
    age = years_between(row["birth"], row["date"])
    return 6 <= age <= 12 if edition == "cors" else age >= 13


def fit_total(row, prefix):
    """Four parts, or the total alone; both, or some parts, is no score."""
    score = complete_sum(answers(row, prefix, range(1, 5)))
    total = row[prefix + "_total"]
    if total is not None:
        score.value = total if score.answered == 0 else None
    return score


SDQ = {
    "emotional": (3, 8, 13, 16, 24),
    "conduct": (5, 7, 12, 18, 22),
    "hyperactivity": (2, 10, 15, 21, 25),
    "peer": (6, 11, 14, 19, 23),
    "prosocial": (1, 4, 9, 17, 20),
}
SDQ_REVERSED = (7, 11, 14, 21, 25)


def sdq(row):
    form = sdq_form(row)
    scores = {}
    for name, items in SDQ.items():
        values = [None if row[f"sdq{i}"] is None
                  else 2 - row[f"sdq{i}"] if i in SDQ_REVERSED else row[f"sdq{i}"]
                  for i in items]
        scores["sdq." + name] = sdq_subscale(values)
    for name, parts in (("total", ("emotional", "conduct", "hyperactivity", "peer")),
                        ("internalising", ("emotional", "peer")),
                        ("externalising", ("conduct", "hyperactivity"))):
        scores["sdq." + name] = added([scores["sdq." + part] for part in parts])
    scores["sdq.impact"] = sdq_impact(row)
    for score in scores.values():
        score.form = form
        if form is None:
            score.value = None
    return scores


def sdq_form(row):
    """The age form, or None where the age has no form."""
    if row["birth"] is None:
        return None
    age = years_between(row["birth"], row["date"])
    if row["informant"] == "self":
        return "4-17" if 11 <= age <= 17 else None
    if 2 <= age <= 3:
        return "2-4"
    return "4-17" if 4 <= age <= 17 else None


def sdq_subscale(values):
    given = [v for v in values if v is not None]
    if len(given) < 3:
        return Score(None, len(given))
    doubled = Fraction(1, 2) + 5 * Fraction(sum(given)) / len(given)
    return Score(doubled.numerator // doubled.denominator, len(given), len(given) < 5)


def added(parts):
    answered = sum(part.answered for part in parts)
    if any(part.value is None for part in parts):
        return Score(None, answered)
    return Score(sum(p.value for p in parts), answered, any(p.prorated for p in parts))


def sdq_impact(row):
    items = (3, 5, 6) if row["informant"] == "teacher" else (3, 4, 5, 6, 7)
    values = answers(row, "imp", items)
    answered = sum(v is not None for v in values)
    if row["imp1"] == 0:
        return Score(0, answered)
    if any(v is None for v in values):
        return Score(None, answered)
    return Score(sum((0, 0, 1, 2)[int(v)] for v in values), answered)


PSS_REVERSED = (1, 2, 5, 6, 7, 8, 17, 18)
PSS_STRESS = (3, 4, 9, 10, 12, 13, 14, 15, 16)
PSS_DISSATISFACTION = (1, 5, 6, 7, 8, 17, 18)


def pss(row):
    value = {i: None if row[f"pss{i}"] is None
             else 6 - row[f"pss{i}"] if i in PSS_REVERSED else row[f"pss{i}"]
             for i in range(1, 19)}
    return {
        "pss.total": complete_sum(list(value.values())),
        "pss.parental-stress": complete_sum([value[i] for i in PSS_STRESS]),
        "pss.lack-of-satisfaction": complete_sum([value[i] for i in PSS_DISSATISFACTION]),
    }


# interval: (first completed month, last completed month, items, cut-off)
ASQ_SE_2 = {2: (1, 2, 16, 35), 6: (3, 8, 23, 45), 12: (9, 14, 27, 50), 18: (15, 20, 31, 65),
            24: (21, 26, 31, 65), 30: (27, 32, 33, 85), 36: (33, 41, 35, 105),
            48: (42, 53, 36, 85), 60: (54, 72, 36, 95)}
ASQ_SE = {6: (3, 8, 19, 45), 12: (9, 14, 22, 48), 18: (15, 20, 26, 50), 24: (21, 26, 26, 50),
          30: (27, 32, 29, 57), 36: (33, 41, 31, 59), 48: (42, 53, 33, 70),
          60: (54, 65, 33, 70)}


def asqse(row):
    edition = edition_of(row)
    table = ASQ_SE if edition == "asq-se" else ASQ_SE_2
    interval = table.get(row["interval"])
    if interval is None or not asqse_age_fits(row, interval, edition):
        return {edition + ".total": Score(None, 0, form=row["interval"])}
    count, cut_off = interval[2], interval[3]
    given = [v for v in answers(row, "q", range(1, count + 1)) if v is not None]
    concerns = sum(v or 0 for v in answers(row, "c", range(1, count + 1)))
    score = Score(sum(given) + 5 * concerns, len(given), form=row["interval"])
    omitted = count - len(given)
    if omitted > (2 if row["interval"] <= 18 else 3):
        score.value = None
    elif omitted and (edition == "asq-se"
                      or omitted == 3 and abs(score.value - cut_off) <= 5):
        score.value += Fraction(score.value) / len(given) * omitted
        score.prorated = True
    return {edition + ".total": score}


def asqse_age_fits(row, interval, edition):
    if row["birth"] is None or row["date"] < row["birth"]:
        return False
    birth, weeks = row["birth"], 40 if row["gest_weeks"] is None else row["gest_weeks"]
    if weeks <= 37 and months_between(birth, row["date"]) < 24:
        birth += datetime.timedelta(days=int(7 * (40 - weeks)))
    months = months_between(birth, row["date"])
    if months == 72 and row["date"].day != birth.day:
        return False
    return interval[0] <= months <= interval[1]


def adbb(row):
    edition = edition_of(row)
    if edition == "m-adbb":
        values = [v if v is not None and v <= 2 else None
                  for v in answers(row, "a", (1, 2, 3, 5, 7))]
    else:
        values = answers(row, "a", range(1, 9))
    score = complete_sum(values)
    if row["birth"] is None or not 2 <= months_between(row["birth"], row["date"]) <= 24:
        score.value = None
    return {edition + ".total": score}


def wheel(row):
    values = answers(row, "w", range(1, 11))
    given = [v for v in values if v is not None]
    is_enough = 5 * len(given) >= 4 * len(values)
    scores = {"wheel.mean": Score(Fraction(sum(given)) / len(given) if is_enough else None,
                                  len(given), len(given) < len(values))}
    for i, value in enumerate(values, 1):
        scores[f"wheel.w{i}"] = complete_sum([value])
    return scores


def who5(row):
    score = complete_sum(answers(row, "who", range(1, 6)))
    if score.value is not None:
        score.value *= 4
    return {"who-5.index": score}


def functional(row):
    scores = {f"functional.f{i}": complete_sum([row[f"f{i}"]]) for i in range(1, 11)}
    # Children answer from 11 years.
    is_known = row["informant"] == "child" and row["birth"] is not None
    if is_known and years_between(row["birth"], row["date"]) < 11:
        for score in scores.values():
            score.value = None
    return scores


def safety(row):
    return {"safety.scale": complete_sum([row["scale"]])}
