"""scikit-learn's HistGradientBoostingClassifier: so many trees, as large as ours, all of them."""
import json, sys, time
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import log_loss

folder, features, train, trees, leaves, depth, rows, runs = sys.argv[1], *map(int, sys.argv[2:9])
categories = [int(v) for v in sys.argv[9].split(",")]
x = np.fromfile(f"{folder}/features").reshape(features, -1).T.copy()
y = np.fromfile(f"{folder}/outcome")
least = np.inf
for run in range(runs):
    begun = time.process_time()
    fit = HistGradientBoostingClassifier(
        max_iter=trees, max_leaf_nodes=leaves, max_depth=depth, min_samples_leaf=rows, max_bins=128,
        l2_regularization=1, early_stopping=False, categorical_features=categories, random_state=run,
    ).fit(x[:train], y[:train])
    least = min(least, time.process_time() - begun)
print(json.dumps({"seconds": least, "figure": log_loss(y[train:], fit.predict_proba(x[train:])[:, 1])}))
