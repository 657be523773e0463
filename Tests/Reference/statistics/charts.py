"""Control charts and funnels of invented series, by a second, plain implementation.

Flags are the points that belong to a pattern: o outside, s seven on one side, t trend of seven,
n two of three beyond the near limits. A missing point is "-".
"""

import numpy as np

from reference import write

rng = np.random.default_rng(5)


def limits(points):
    taken, ranges, before = [], [], None
    for value in points:
        if len(taken) == 12:
            break
        if value is not None:
            taken.append(value)
            if before is not None:
                ranges.append(abs(value - before))
        before = value
    if not ranges or sum(ranges) == 0:
        return None
    first = sum(ranges) / len(ranges)
    kept = [r for r in ranges if not r >= 3.267 * first]
    mean_range = sum(kept) / len(kept)
    return (sum(taken) / len(taken), mean_range) if mean_range > 0 else None


def flags(points, centre, mean_range):
    present = [(i, v - centre) for i, v in enumerate(points) if v is not None]
    found = {i: set() for i, _ in present}
    for i, v in present:
        if abs(v) > 2.66 * mean_range:
            found[i].add("o")
    for start in range(len(present)):
        seven = present[start:start + 7]
        if len(seven) == 7:
            values = [v for _, v in seven]
            if min(values) > 0 or max(values) < 0:
                for i, _ in seven:
                    found[i].add("s")
            steps = np.diff(values)
            if min(steps) > 0 or max(steps) < 0:
                for i, _ in seven:
                    found[i].add("t")
        three = present[start:start + 3]
        if len(three) == 3:
            for sign in (1, -1):
                beyond = [i for i, v in three if sign * v > 1.773 * mean_range]
                if len(beyond) >= 2:
                    for i in beyond:
                        found[i].add("n")
    return ["".join(sorted(found[i])) if i in found else "-" for i in range(len(points))]


rows = []
for number in range(60):
    length = int(rng.integers(5, 40))
    points = rng.normal(50, 5, length).round(2).tolist()
    if number % 3 == 0:
        points = [p + 0.6 * i for i, p in enumerate(points)]
    if number % 4 == 0:
        points = [p + (9 if i > 14 else 0) for i, p in enumerate(points)]
    if number % 5 == 0:
        points = sorted(points[: length // 2]) + points[length // 2:]
    if number % 2 == 0:
        points = [None if rng.random() < 0.15 else p for p in points]
    if number == 7:
        points[3] += 60
    found = limits(points)
    if found is None:
        rows.append((["-" if p is None else repr(float(p)) for p in points], None, None, []))
    else:
        rows.append((["-" if p is None else repr(float(p)) for p in points], float(found[0]),
                     float(found[1]), flags(points, *found)))
write("control-charts.csv", ["points", "centre", "mean_range", "flags"], rows)

rows = []
for units, extra in ((2, 0.0), (5, 0.0), (12, 0.0), (25, 0.15), (40, 0.05)):
    sizes = rng.integers(5, 120, units)
    shares = np.clip(rng.normal(0.45, extra, units), 0.02, 0.98)
    successes = rng.binomial(sizes, shares)
    p0 = successes.sum() / sizes.sum()
    z = (successes / sizes - p0) / np.sqrt(p0 * (1 - p0) / sizes)
    low, high = np.quantile(z, [0.1, 0.9])
    phi = float(np.mean(np.clip(z, low, high) ** 2))
    inflated = np.sqrt(max(1.0, phi) * p0 * (1 - p0) / sizes)
    rows.append(([f"{k}/{n}" for k, n in zip(successes, sizes)], float(p0), phi,
                 (p0 - 1.959963984540054 * inflated).tolist(),
                 (p0 + 3.090232306167813 * inflated).tolist()))
write("funnels.csv", ["units", "centre", "dispersion", "low95", "high998"], rows)
