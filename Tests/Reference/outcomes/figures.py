"""Intervals and effect sizes, each from its paper, with nothing but `math`."""

import math
from fractions import Fraction

Z = 1.959963984540054


def incomplete_beta(a, b, x):
    """The regularised incomplete beta function by Lentz's continued fraction.

    Press et al. (2007), Numerical Recipes, section 6.4.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - incomplete_beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x))
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    fraction = d
    for m in range(1, 1000):
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                          -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            fraction *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return front * fraction / a


def t_quantile(freedom, p=0.975):
    """The quantile of Student's t by bisection, for p above one half."""
    tail = 2 * (1 - p) if p != 0.975 else 0.05
    low, high = 0.0, 1.0

    def two_sided(t):
        return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))

    while two_sided(high) > tail:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if two_sided(middle) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def mean(values):
    return Fraction(sum(values)) / len(values)


def variance(values):
    """The sample variance, n - 1; needs two values."""
    m = mean(values)
    return sum((v - m) ** 2 for v in values) / (len(values) - 1)


def cluster_variance(values, clusters):
    """The linearised variance of a mean whose values come in clusters; None for one cluster."""
    m, sums = mean(values), {}
    for value, cluster in zip(values, clusters):
        sums[cluster] = sums.get(cluster, Fraction(0)) + value - m
    count = len(sums)
    if count < 2:
        return None
    return Fraction(count, count - 1) * sum(s * s for s in sums.values()) / len(values) ** 2


def mean_interval(values, clusters):
    """Cluster-robust, Student's t with one degree of freedom fewer than clusters."""
    v = cluster_variance(values, clusters)
    if v is None:
        return None
    half = t_quantile(len(set(clusters)) - 1) * math.sqrt(v)
    return float(mean(values)) - half, float(mean(values)) + half


def wilson(p, n, z=Z):
    """Wilson (1927), for a share and a number of observations that need not be whole."""
    p, n = float(p), float(n)
    centre = p + z * z / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    low, high = (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)
    return max(0.0, low), min(1.0, high)


def effective_count(values, clusters):
    """How many independent observations a clustered share is worth."""
    p, families = mean(values), len(set(clusters))
    v = cluster_variance(values, clusters)
    if p in (0, 1) or v is None:
        return Fraction(families)
    if v == 0:
        return Fraction(len(values))
    return min(max(p * (1 - p) / v, Fraction(families)), Fraction(len(values)))


def hedges_j(freedom):
    """Hedges (1981): the exact correction for small samples."""
    return math.exp(math.lgamma(freedom / 2) - math.lgamma((freedom - 1) / 2)
                    ) / math.sqrt(freedom / 2)


def standardised_change(improvements, baselines):
    """(d, low, high) after Bonett (2008), or None where the baseline does not vary."""
    n = len(improvements)
    base = variance(baselines)
    if base == 0:
        return None
    d = hedges_j(n - 1) * float(mean(improvements)) / math.sqrt(base)
    v = float(variance(improvements) / base) / (n - 1) + d * d / (2 * (n - 1))
    return d, d - 1.96 * math.sqrt(v), d + 1.96 * math.sqrt(v)
