"""Moments, quantiles, differences and agreement of small samples, by NumPy and SciPy.

ICC(A,1) comes from the sums of squares of a two-way table of means, apart from the program's
residuals.
"""

import numpy as np
from scipy import special

from reference import write

rng = np.random.default_rng(7)

rows = []
for n in (1, 2, 3, 10, 41):
    x = np.round(rng.normal(15, 5, n), 1)
    spread = float(np.var(x, ddof=1)) if n > 1 else None
    rows.append((x.tolist(), float(np.mean(x)), spread,
                 [float(np.quantile(x, p, method="linear")) for p in (0.0, 0.1, 0.25, 0.5, 0.9, 1.0)]))
write("moments.csv", ["values", "mean", "variance", "quantiles"], rows)


def j(df):
    return float(np.exp(special.gammaln(df / 2) - special.gammaln((df - 1) / 2)) / np.sqrt(df / 2))


rows = []
for n in (3, 5, 10, 15, 30):
    pre = np.round(rng.normal(18, 6, n))
    post = np.round(0.6 * pre + rng.normal(4, 4, n))
    gain = pre - post
    r = float(np.corrcoef(pre, post)[0, 1])
    d = j(n - 1) * gain.mean() / pre.std(ddof=1)
    bonett = gain.var(ddof=1) / (pre.var(ddof=1) * (n - 1)) + d**2 / (2 * (n - 1))
    becker = 2 * (1 - r) / n + d**2 / (2 * n)
    dz = gain.mean() / gain.std(ddof=1)
    dav = gain.mean() / ((pre.std(ddof=1) + post.std(ddof=1)) / 2)
    drm = dz * np.sqrt(2 * (1 - r))
    pooled = np.sqrt((pre.var(ddof=1) + post.var(ddof=1)) / 2)
    g = j(2 * n - 2) * (pre.mean() - post.mean()) / pooled
    gv = 2 * n / n**2 + g**2 / (4 * n)
    balance = (pre.mean() - post.mean()) / pooled
    rows.append((pre.tolist(), post.tolist(), r, float(d), float(bonett), float(becker), float(dz),
                 float(dav), float(drm), float(g), float(gv), float(balance)))
write("differences.csv", ["pre", "post", "r", "d", "bonett", "becker", "dz", "dav", "drm", "g",
                          "g_variance", "balance"], rows)


def icc_a1(table):
    n, k = table.shape
    total = ((table - table.mean()) ** 2).sum()
    between_rows = k * ((table.mean(axis=1) - table.mean()) ** 2).sum()
    between_columns = n * ((table.mean(axis=0) - table.mean()) ** 2).sum()
    msr = between_rows / (n - 1)
    msc = between_columns / (k - 1)
    mse = (total - between_rows - between_columns) / ((n - 1) * (k - 1))
    return float((msr - mse) / (msr + (k - 1) * mse + k / n * (msc - mse)))


rows = []
for n, k in ((2, 2), (5, 2), (12, 2), (12, 3), (30, 4)):
    table = np.round(rng.normal(10, 3, (n, 1)) + rng.normal(0, 1, (1, k)) + rng.normal(0, 2, (n, k)))
    rows.append(([",".join(repr(float(v)) for v in row) for row in table], icc_a1(table)))
write("intraclass.csv", ["rows", "icc"], rows)
