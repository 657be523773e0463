"""Intervals of shares and means by SciPy 1.17 and NumPy 2.4, apart from the program's formulas.

Wilson: scipy.stats.binomtest. Mean: scipy.stats.t.interval. Clustered mean: the sandwich of an
intercept-only regression, written with the matrices of Liang & Zeger (1986) and the factor
G / (G - 1); the effective size through the design effect of the same sandwich.
"""

import numpy as np
from scipy import stats

from reference import write

rng = np.random.default_rng(20260401)

rows = []
for k, n in [(0, 1), (1, 1), (0, 20), (20, 20), (5, 10), (81, 263), (1, 29), (15, 148), (0, 5), (3, 7),
             (49, 50), (1234, 5678), (1, 100000)]:
    for confidence in (0.95, 0.99, 0.8):
        ci = stats.binomtest(k, n).proportion_ci(confidence, method="wilson")
        rows.append((k, n, confidence, float(ci.low), float(ci.high)))
write("wilson.csv", ["successes", "size", "confidence", "low", "high"], rows)

rows = []
for n in (2, 3, 5, 15, 40):
    x = np.round(rng.normal(20, 6, n), 1)
    for confidence in (0.95, 0.99):
        ci = stats.t.interval(confidence, n - 1, loc=x.mean(), scale=stats.sem(x))
        rows.append((x.tolist(), confidence, float(ci[0]), float(ci[1])))
write("means.csv", ["values", "confidence", "low", "high"], rows)


def sandwich(clusters):
    """Variance of the intercept: (X'X)^-1 [sum_g X_g' e_g e_g' X_g] (X'X)^-1, times G / (G - 1)."""
    y = np.concatenate(clusters)
    design = np.ones((len(y), 1))
    bread = np.linalg.inv(design.T @ design)
    beta = bread @ design.T @ y
    meat = np.zeros((1, 1))
    for cluster in clusters:
        x = np.ones((len(cluster), 1))
        score = x.T @ (cluster - (x @ beta))
        meat += np.outer(score, score)
    groups = len(clusters)
    return float(beta[0]), float((bread @ meat @ bread)[0, 0]) * groups / (groups - 1)


rows = []
for groups, largest in ((2, 2), (3, 4), (8, 3), (20, 2), (30, 1), (12, 6)):
    clusters = []
    for _ in range(groups):
        shared = rng.normal(0, 2)
        size = int(rng.integers(1, largest + 1))
        clusters.append(np.round(rng.normal(5 + shared, 3, size), 1))
    mean, variance = sandwich(clusters)
    half = stats.t.ppf(0.975, groups - 1) * variance**0.5
    text = [",".join(repr(float(v)) for v in c) for c in clusters]
    rows.append((text, mean, variance, mean - half, mean + half))
write("clustered-means.csv", ["clusters", "mean", "variance", "low", "high"], rows)

rows = []
for groups, largest, alike in ((3, 2, 0.5), (10, 2, 0.9), (25, 4, 0.6), (25, 4, 0.0), (18, 1, 0.0), (40, 3, 1.0)):
    clusters = []
    for _ in range(groups):
        first = rng.random() < 0.4
        size = int(rng.integers(1, largest + 1))
        clusters.append(np.array([float(first if rng.random() < alike else rng.random() < 0.4)
                                  for _ in range(size)]))
    p, variance = sandwich(clusters)
    n = sum(len(c) for c in clusters)
    size = float(np.clip(p * (1 - p) / variance, groups, n))
    z = stats.norm.ppf(0.975)
    centre = (p * size + z**2 / 2) / (size + z**2)
    half = z / (size + z**2) * (size * p * (1 - p) + z**2 / 4) ** 0.5
    text = [f"{int(c.sum())}/{len(c)}" for c in clusters]
    rows.append((text, p, size, centre - half, centre + half))
write("clustered-shares.csv", ["clusters", "share", "effective", "low", "high"], rows)
