"""The likelihoods as the papers print them, every customer a row, in NumPy, maximised by SciPy."""
import json, sys, time
import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

folder, what, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
read = lambda name: np.fromfile(f"{folder}/{name}")


def bg(log, x, tx, T):
    r, alpha, a, b = np.exp(log)
    one = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    two = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    stays = -(r + x) * np.log(alpha + T)
    leaves = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + tx)
    return -np.mean(one + two + np.where(x > 0, np.logaddexp(stays, leaves), stays))


def pareto(log, x, tx, T):
    r, alpha, s, beta = np.exp(log)
    big, gap, other = max(alpha, beta), abs(alpha - beta), s + 1 if alpha >= beta else r + x
    n = r + s + x
    part = lambda t: hyp2f1(n, other, n + 1, gap / (big + t)) * ((big + tx) / (big + t)) ** n
    left = np.log(np.maximum(part(tx) - part(T), 1e-300)) - n * np.log(big + tx) + np.log(s) - np.log(n)
    stays = -(r + x) * np.log(alpha + T) - s * np.log(beta + T)
    return -np.mean(gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(stays, left))


def spend(log, x, m):
    p, q, v = np.exp(log)
    px = p * x
    return -np.mean(gammaln(px + q) - gammaln(px) - gammaln(q) + q * np.log(v) + (px - 1) * np.log(m)
                    + px * np.log(x) - (px + q) * np.log(x * m + v))


def fit(f, size, args, method):
    return minimize(f, np.full(size, 0.1), args=args, method=method)


def forecast(x, tx, T, r, alpha, a, b, t):
    f = hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t))
    many = (a + b + x - 1) / (a - 1) * (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * f)
    odds = a / (b + np.maximum(x, 1) - 1) * ((alpha + T) / (alpha + tx)) ** (r + x)
    alive = 1 / (1 + np.where(x > 0, odds, 0))
    return alive, many * alive


x = read("x")
if what == "spend":
    m = read("mean")
    x, m = x[m > 0], m[m > 0]
else:
    tx, T = read("tx"), read("T")
least, figure = np.inf, 0.0
for _ in range(runs):
    begun = time.process_time()
    if what == "forecast":
        figure = float(np.sum(forecast(x, tx, T, *[float(v) for v in sys.argv[4:9]])[1]))
    elif what == "spend":
        figure = -fit(spend, 3, (x, m), "BFGS").fun * len(x)
    elif what == "bg-nbd":
        figure = -fit(bg, 4, (x, tx, T), "BFGS").fun * len(x)
    else:
        figure = -fit(pareto, 4, (x, tx, T), "Nelder-Mead").fun * len(x)
    least = min(least, time.process_time() - begun)
print(json.dumps({"seconds": least, "figure": figure}))
