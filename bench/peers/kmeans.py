"""scikit-learn's KMeans as it comes."""
import json, sys, time
import numpy as np
from sklearn.cluster import KMeans

folder, columns, k, starts, runs = sys.argv[1], *map(int, sys.argv[2:6])
points = np.fromfile(f"{folder}/values").reshape(-1, columns)
least, inertia = np.inf, np.inf
for run in range(runs):
    begun = time.process_time()
    fit = KMeans(n_clusters=k, n_init=starts, random_state=run).fit(points)
    least = min(least, time.process_time() - begun)
    inertia = min(inertia, fit.inertia_)
print(json.dumps({"seconds": least, "figure": inertia}))
