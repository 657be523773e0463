"""On which side of a published cut-off or band one score lies."""

from fractions import Fraction

from instruments import ASQ_SE, ASQ_SE_2, years_between

# The highest score of the band "normal": Goodman (1997), and for the 2-4 form BMC Pediatrics
# (2023), table 2. Only what shipped outcomes ask for.
SDQ_NORMAL = {
    ("sdq.conduct", "parent", "4-17"): 2, ("sdq.conduct", "parent", "2-4"): 3,
    ("sdq.peer", "parent", "4-17"): 2, ("sdq.peer", "parent", "2-4"): 2,
}
# The lowest score of the band "abnormal".
SDQ_TOTAL = {("parent", "4-17"): 17, ("teacher", "4-17"): 16, ("self", "4-17"): 20,
             ("parent", "2-4"): 16}
# Where the second and the third band begin, for scales of which less is better and whose forms
# are compared by zone: Goodman (1997); 2-4: BMC Pediatrics (2023), table 2.
THREE_BANDS = {
    ("sdq.total", "parent", "4-17"): (14, 17), ("sdq.total", "teacher", "4-17"): (12, 16),
    ("sdq.total", "self", "4-17"): (16, 20), ("sdq.total", "parent", "2-4"): (13, 16),
    **{("sdq.hyperactivity", who, "4-17"): (6, 7) for who in ("parent", "teacher", "self")},
    ("sdq.hyperactivity", "parent", "2-4"): (6, 7),
    **{("sdq.impact", who, "4-17"): (1, 2) for who in ("parent", "teacher", "self")},
}
# Where monitoring begins by interval: Squires, Bricker & Twombly (2015).
MONITORING = {2: 25, 6: 30, 12: 40, 18: 50, 24: 50, 30: 65, 36: 75, 48: 70, 60: 70}


def is_clinical(scale, informant, row, score):
    """Whether a score lies on the clinical side of its cut-off; None where there is none."""
    value = Fraction(score.value)
    if scale == "ors.total":
        limit = ors_cut_off(informant, row)
        return None if limit is None else value < limit
    if scale == "cors.total":
        return value < 32
    if scale in ("srs.total", "csrs.total", "gsrs.total"):
        return value < 36
    if scale == "who-5.index":
        return value <= 50
    if scale in ("adbb.total", "m-adbb.total"):
        return value >= (5 if scale == "adbb.total" else 2)
    if scale in ("asq-se.total", "asq-se-2.total"):
        table = ASQ_SE if scale == "asq-se.total" else ASQ_SE_2
        return value >= table[score.form][3]
    if scale == "sdq.total":
        limit = SDQ_TOTAL.get((informant, score.form))
        return None if limit is None else value >= limit
    return None


def ors_cut_off(informant, row):
    """28 from 13 to 17 years and 25 from 18; without a birth date a parent is an adult."""
    if row["birth"] is None:
        return 25 if informant in ("mor", "far") else None
    return 28 if years_between(row["birth"], row["date"]) < 18 else 25


def is_normal(scale, informant, score):
    """Whether a score lies in the band "normal" of the three-band set; None without a band."""
    limit = SDQ_NORMAL.get((scale, informant, score.form))
    return None if limit is None else score.value <= limit


def zone(scale, informant, score):
    """The zone of a score, 0 the best; None where there is none."""
    if scale == "asq-se-2.total":
        bounds = (MONITORING[score.form], ASQ_SE_2[score.form][3])
    elif scale == "asq-se.total":
        bounds = (ASQ_SE[score.form][3],)
    else:
        bounds = THREE_BANDS.get((scale, informant, score.form))
    return None if bounds is None else sum(score.value >= bound for bound in bounds)
