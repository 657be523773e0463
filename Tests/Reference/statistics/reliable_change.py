"""Reliable change of a small invented sample by six methods, written from the papers.

Each index is computed from the raw columns with NumPy, in the direction "higher is better".
"""

import numpy as np

from reference import write

rng = np.random.default_rng(11)
rows = []
for n, r, r_post in ((8, 0.8, 0.8), (15, 0.9, 0.7), (40, 0.75, 0.85)):
    pre = np.round(rng.normal(40, 7.5, n), 1)
    post = np.round(0.7 * (pre - 40) + 46 + rng.normal(0, 6, n), 1)
    s1, s2 = np.std(pre, ddof=1), np.std(post, ddof=1)
    m1, m2 = np.mean(pre), np.mean(post)
    sem = s1 * np.sqrt(1 - r)
    true = m1 + r * (pre - m1)
    covariance = np.cov(pre, post)[0, 1]
    r22 = (s2**2 - sem**2) / s2**2
    rdd = (s1**2 * r + s2**2 * r22 - 2 * covariance) / (s1**2 + s2**2 - 2 * covariance)
    indices = {
        "jacobson-truax": (post - pre) / np.sqrt(2 * sem**2),
        "gulliksen-lord-novick": ((post - m1) - r * (pre - m1)) / (s1 * np.sqrt(1 - r**2)),
        "hsu-linn-lord": ((post - m2) - r * (pre - m1)) / (s1 * np.sqrt(1 - r**2)),
        "edwards-nunnally": (post - true) / sem,
        "nunnally-kotsch": (post - true) / np.sqrt(r**2 * s1**2 * (1 - r) + s1**2 * (1 - r_post)),
    }
    if rdd > 0:
        indices["hageman-arrindell"] = (((post - pre) * rdd + (m2 - m1) * (1 - rdd))
                                        / (np.sqrt(rdd) * np.sqrt(2) * sem))
    for method, values in indices.items():
        rows.append((method, r, r_post, pre.tolist(), post.tolist(), [float(v) for v in values]))
write("reliable-change.csv", ["method", "reliability", "reliability_post", "pre", "post", "indices"],
      rows)
