"""Times SciPy's stiff solvers over the Python reference of the knot model: knot_scipy.py scenario.json trajectory.csv"""
import csv
import json
import math
import sys
import time

import knot_reference as model
import numpy
from scipy.integrate import solve_ivp

scenario = json.load(open(sys.argv[1]))
rows = list(csv.reader(open(sys.argv[2])))[1:]
exact = numpy.array([[float(field) for field in row[1:15]] for row in rows])
ranges = exact.max(axis=0) - exact.min(axis=0)
for method in ("LSODA", "BDF", "Radau"):
    for tolerance in (1e-4, 1e-6):
        start = time.perf_counter()
        state = numpy.array(scenario["initial"])
        samples = [state]
        for segment in scenario["segments"]:
            inputs = model.inputs(**segment["inputs"])
            hours = segment["seconds"] / 3600
            count = max(1, math.ceil(hours - 1e-12))
            times = numpy.linspace(0, hours, count + 1)[1:]
            run = solve_ivp(
                lambda t, y: model.rhs(t, y, inputs, model.P), (0, hours), state, method=method, rtol=tolerance,
                atol=tolerance * 1e-3, t_eval=times)
            samples.extend(run.y.T)
            state = run.y[:, -1]
        spent = (time.perf_counter() - start) * 1000
        error = (abs(numpy.array(samples) - exact) / numpy.where(ranges > 0, ranges, numpy.inf)).max()
        print(f"  {method:6} rtol {tolerance:.0e}  {spent:8.0f}  error {error:.0e}", flush=True)
