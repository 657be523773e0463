"""Children who outgrew CORS and went on with ORS: on which side of the cut-off they stood.

Points of different forms are not subtracted: only zones are compared. Counted is who has a
baseline on the one form and, in place of a follow-up on it, a follow-up on the other.
"""

import cut_offs
from series import window_of

EARLIER, LATER = "cors.total", "ors.total"


def compute(series, as_of, groups_of, horizons):
    """{(group, informant, horizon): [n, better, same, worse]}, with a line of noughts for every
    group whose programme has one."""
    counts = {}
    for key in sorted(series):
        later = series.get((key[0], key[1], LATER, key[3])) if key[2] == EARLIER else None
        if later is None:
            continue
        for place, horizon in enumerate(horizons):
            moved = movement(series[key], later, horizon, as_of)
            if moved is None:
                continue
            for group in groups_of(series[key].case):
                cells = counts.setdefault((*group, key[3], place), [0, 0, 0, 0])
                cells[0] += 1
                cells[("better", "same", "worse").index(moved) + 1] += 1
    return completed(counts, series, as_of, groups_of)


def movement(earlier, later, horizon, as_of):
    standing, baseline, _ = earlier.standing(horizon, as_of)
    if standing not in ("missing", "ended"):
        return None
    follow_up = later.follow_up(
        baseline, *window_of(later.case, later.timing, horizon, as_of))
    if follow_up is None:
        return None
    was = cut_offs.is_clinical(EARLIER, earlier.key[3], baseline[4], baseline[3])
    now = cut_offs.is_clinical(LATER, later.key[3], follow_up[4], follow_up[3])
    if was is None or now is None:
        return None
    return "same" if was == now else "better" if was else "worse"


def completed(counts, series, as_of, groups_of):
    groups, kinds = {}, {}
    for one in series.values():
        for group in groups_of(one.case):
            groups.setdefault(group[0], set()).add(group)
    for key in counts:
        kinds.setdefault(key[0], set()).add(key[3:])
    for programme, found in kinds.items():
        for group in groups[programme]:
            for kind in found:
                counts.setdefault((*group, *kind), [0, 0, 0, 0])
    return counts
