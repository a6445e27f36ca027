# The C core of igraph as one program of a comparison: reads lines "FILE MEASURE", answers with the processor time that it
# took, in milliseconds. The values go to FILE.MEASURE.igraph.f64.
import array
import json
import sys
import time

import igraph

PATHS = ["betweenness", "closeness", "harmonic", "eccentricity"]
WHOLE = PATHS + ["pagerank", "eigenvector", "k-core", "clustering", "burt-constraint", "communities"]
GROUPS = {
    "paths": PATHS,
    "weighted-paths": ["weighted-betweenness", "weighted-closeness", "weighted-harmonic"],
    "panel": WHOLE,
}
MEASURES = {
    "betweenness": lambda g, w: g.betweenness(),
    "closeness": lambda g, w: g.closeness(),
    "harmonic": lambda g, w: g.harmonic_centrality(),
    "eccentricity": lambda g, w: g.eccentricity(),
    "weighted-betweenness": lambda g, w: g.betweenness(weights=w),
    "weighted-closeness": lambda g, w: g.closeness(weights=w),
    "weighted-harmonic": lambda g, w: g.harmonic_centrality(weights=w),
    "pagerank": lambda g, w: g.pagerank(damping=0.85),
    "eigenvector": lambda g, w: g.eigenvector_centrality(directed=False),
    "k-core": lambda g, w: g.coreness(),
    "clustering": lambda g, w: g.transitivity_local_undirected(mode="nan"),
    "burt-constraint": lambda g, w: g.constraint(),
    "communities": lambda g, w: [g.community_multilevel().modularity],
}

print(json.dumps({"version": igraph.__version__}), flush=True)
known = None
for line in sys.stdin:
    name, measure = line.split()
    if name != known:
        known = name
        with open(name, encoding="utf8") as source:
            ties = json.load(source)
        graph = igraph.Graph(n=ties["n"], edges=list(zip(ties["source"], ties["target"])))
        lengths = [1 / weight for weight in ties["weight"]]
    start = time.process_time()
    values = []
    for part in GROUPS.get(measure, [measure]):
        values += MEASURES[part](graph, lengths)
    took = time.process_time() - start
    numbers = [float("nan") if value is None else float(value) for value in values]
    with open(f"{name}.{measure}.igraph.f64", "wb") as target:
        array.array("d", numbers).tofile(target)
    print(json.dumps({"cpu": took * 1000}), flush=True)
