#!/usr/bin/env python3
"""The reference code of the day trial in NumPy, as a peer to measure UnknotCare against.

    python3 Benchmarks/fair_test_numpy.py TRIALS.json

The file holds [{"x": [0, 1, …], "y": [4, null, …]}, …]. Printed is one JSON list with, for each trial, the median seconds of
three runs and mean, sd, P(<0) and P(<-1) of the effect. `fit` is the code of the specification as it stands there.
"""
import json
import math
import statistics
import sys
import time

import numpy as np

PHI = [i / 10 for i in range(10)]
HALF = [(0, .5), (1, .3), (2, .2)]
SIG = [math.exp(math.log(.3) + i * (math.log(3) - math.log(.3)) / 11) for i in range(12)]
Phi = lambda z: .5 * math.erfc(-z / math.sqrt(2))


def carry(x, h):
    l = 0 if h == 0 else 2 ** (-1 / h)
    out = []
    prev = 0.
    for v in x:
        prev = (1 - l) * v + l * prev
        out.append(prev)
    return np.array(out)


def fit(x, y, beta=(0, 1)):
    day = np.array([i for i, v in enumerate(y) if v is not None])
    yy = np.array([y[i] for i in day], float)
    n = len(yy)
    t = (day - day.mean()) / 7
    g = np.diff(day)
    m0 = np.array([5, beta[0], 0.])
    v0 = np.array([6.25, beta[1] ** 2, .09])
    Vi = np.diag(1 / v0)
    R = []
    for h, wh in HALF:
        X = np.column_stack([np.ones(n), carry(x, h)[day], t])
        for p in PHI:
            r = np.concatenate([[math.sqrt(1 - p * p)], np.sqrt((1 - p * p) / (1 - p ** (2. * g)))])
            pg = np.power(float(p), g)
            ys = r * np.concatenate([[yy[0]], yy[1:] - pg * yy[:-1]])
            Xs = r[:, None] * np.vstack([X[:1], X[1:] - pg[:, None] * X[:-1]])
            for s in SIG:
                P = Vi + Xs.T @ Xs / s ** 2
                q = Vi @ m0 + Xs.T @ ys / s ** 2
                C = np.linalg.inv(P)
                b = C @ q
                lm = (-n / 2 * math.log(2 * math.pi * s * s) + np.log(r).sum() - .5 * np.log(v0).sum()
                      - .5 * np.linalg.slogdet(P)[1] - .5 * (ys @ ys / s ** 2 + m0 @ Vi @ m0 - b @ q))
                lp = -.5 * ((p - .4) / .25) ** 2 - .5 * (s / 1.5) ** 2 + math.log(s) + math.log(wh)
                R.append((lm + lp, b[1], C[1, 1]))
    lw = np.array([a[0] for a in R])
    w = np.exp(lw - lw.max())
    w /= w.sum()
    cdf = lambda c: sum(wi * Phi((c - a[1]) / math.sqrt(a[2])) for wi, a in zip(w, R))
    mean = sum(wi * a[1] for wi, a in zip(w, R))
    var = sum(wi * (a[2] + a[1] ** 2) for wi, a in zip(w, R)) - mean ** 2
    return mean, math.sqrt(var), cdf(0), cdf(-1)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        trials = json.load(file)
    results = []
    for trial in trials:
        seconds = []
        for _ in range(3):
            start = time.perf_counter()
            mean, sd, below, point = fit(trial["x"], trial["y"])
            seconds.append(time.perf_counter() - start)
        results.append({"seconds": statistics.median(seconds), "values": [mean, sd, below, point]})
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
