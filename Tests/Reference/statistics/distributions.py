"""Normal and Student quantiles and probabilities, and Hedges' J, with 60 digits in mpmath 1.3."""

import mpmath as mp

from reference import write

mp.mp.dps = 60


def text(value):
    return mp.nstr(value, 20, min_fixed=0, max_fixed=0)


def normal_quantile(p):
    p = mp.mpf(p)
    if p == mp.mpf("0.5"):
        return mp.mpf(0)
    return mp.sqrt(2) * mp.erfinv(2 * p - 1)


def t_upper(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    if t == 0:
        return mp.mpf(1) / 2
    x = df / (df + t * t)
    return mp.betainc(df / 2, mp.mpf(1) / 2, 0, x, regularized=True) / 2


def t_quantile(q, df):
    """The t with the upper tail q, by bisection in mpmath."""
    q = mp.mpf(q)
    low, high = mp.mpf(0), mp.mpf(1)
    while t_upper(high, df) > q:
        low, high = high, high * 2
    for _ in range(110):
        middle = (low + high) / 2
        if t_upper(middle, df) > q:
            low = middle
        else:
            high = middle
    return (low + high) / 2


PROBABILITIES = [1e-20, 1e-10, 1e-6, 0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.074, 0.0751,
                 0.1, 0.2, 0.3, 0.4, 0.49, 0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999]
write("normal-quantiles.csv", ["probability", "quantile"],
      [(p, text(normal_quantile(p))) for p in PROBABILITIES])
write("normal-probabilities.csv", ["x", "probability"],
      [(x, text(mp.ncdf(mp.mpf(x))))
       for x in [-8.0, -6.5, -5.0, -3.0, -1.96, -1.0, -0.1, 0.0, 0.5, 1.0, 1.96, 3.0, 5.0]])

FREEDOMS = [1, 1.5, 2, 3, 4, 5, 7.5, 9, 14, 20, 29, 30, 39.5, 40, 41, 59, 99, 262, 1000, 9999]
write("student-probabilities.csv", ["freedom", "t", "upper"],
      [(df, t, text(t_upper(t, df))) for df in FREEDOMS + [100000, 10000000]
       for t in [0.01, 0.5, 1.0, 1.7, 1.8, 2.5, 4.0, 7.0]])
write("student-quantiles.csv", ["freedom", "upper", "t"],
      [(df, q, text(t_quantile(q, df))) for df in FREEDOMS
       for q in [0.45, 0.25, 0.1, 0.05, 0.025, 0.005, 0.001, 1e-6, 1e-12]])


def hedges(df):
    df = mp.mpf(df)
    return mp.gamma(df / 2) / (mp.sqrt(df / 2) * mp.gamma((df - 1) / 2))


write("small-sample-corrections.csv", ["freedom", "j"],
      [(df, text(hedges(df)))
       for df in [2, 3, 4, 9, 13, 19, 25, 38, 39, 40, 41, 42, 43, 49, 100, 500, 5000, 100000]])
