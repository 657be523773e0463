"""Clinically significant change and attrition of the group figures' cells."""

import math
from fractions import Fraction

import cut_offs
import figures
from series import HIGHER_IS_BETTER, improvement, reaches, threshold

CLASSES = ("recovered", "improved", "unchanged", "deteriorated", "harmed")
WITH_CUT_OFF_AND_RELIABLE_CHANGE = ("ors.total", "cors.total", "sdq.total")

# Mean and retest reliability of people in general: Miller et al. (2003); Goodman (2001) with the
# British survey of 1999.
NORMS = {
    ("ors.total", "mor"): (Fraction("28.0"), Fraction("0.66")),
    ("ors.total", "far"): (Fraction("28.0"), Fraction("0.66")),
    ("sdq.total", "parent"): (Fraction("8.4"), Fraction("0.72")),
    ("sdq.total", "teacher"): (Fraction("6.6"), Fraction("0.80")),
    ("sdq.total", "self"): (Fraction("10.3"), Fraction("0.62")),
}


def clinical_lines(cells, horizons):
    """Nothing where nobody at all could be classed at any horizon, else noughts for nobody."""
    found = {key: [clinical_class(key[3], key[4], *pair) for pair in cells[key].measured]
             for key in cells if key[3] in WITH_CUT_OFF_AND_RELIABLE_CHANGE}
    judged = {key[3:5] for key in found if any(found[key])}
    for key in sorted(found):
        yield [*key[:5], horizons[key[5]], *(
            found[key].count(name) if key[3:5] in judged else None for name in CLASSES)]


def clinical_class(scale, informant, baseline, follow_up):
    """What became of one measured series; None across forms and without a cut-off."""
    if baseline[3].form != follow_up[3].form:
        return None
    was, now = (cut_offs.is_clinical(scale, informant, m[4], m[3]) for m in (baseline, follow_up))
    if was is None or now is None:
        return None
    change = improvement(scale, baseline[3].value, follow_up[3].value)
    rule = threshold(scale, informant)
    if reaches(change, rule):
        return "recovered" if was and not now else "improved"
    if reaches(-change, rule):
        return "harmed" if now and not was else "deteriorated"
    return "unchanged"


def attrition_lines(cells, horizons):
    for key in sorted(cells):
        cell = cells[key]
        stayed = [Fraction(pair[1]) for pair in cell.pairs]
        left = [Fraction(baseline[3].value) for baseline in cell.missed]
        means = ([figures.mean(stayed), figures.mean(left)] if stayed and left else [None, None])
        yield [*key[:5], horizons[key[5]], cell.counts["measured"], cell.counts["missing"],
               *means, difference(stayed, left), regression(key[3], key[4], stayed)]


def difference(stayed, left):
    """The standardised difference of two means; None without two values on both sides."""
    if min(len(stayed), len(left)) < 2:
        return None
    spread = (figures.variance(stayed) + figures.variance(left)) / 2
    if spread == 0:
        return None
    return float(figures.mean(stayed) - figures.mean(left)) / math.sqrt(spread)


def regression(scale, informant, baselines):
    """The improvement that untreated families with such a baseline would show."""
    norm = NORMS.get((scale, informant)) or NORMS.get((scale, None))
    if norm is None or not baselines:
        return None
    towards = (1 - norm[1]) * (figures.mean(baselines) - norm[0])
    return -towards if scale.startswith(HIGHER_IS_BETTER) else towards
