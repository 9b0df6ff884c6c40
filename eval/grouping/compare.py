#!/usr/bin/env python3
"""Compares `nutgraf group` with scikit-learn's clusterings on mixed batches.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install scikit-learn
    cargo build --release
    /tmp/venv/bin/python eval/grouping/compare.py target/release/nutgraf ../shared/data/{multinews,vmds,vims}.jsonl

Each file holds clusters, a line each (`{"id", "documents": [...]}`). Their articles are shuffled
into one batch; every method gets the articles without the clusters and what those say of their
language, and BCubed (Bagga & Baldwin 1998)
says how well it finds them again. nutgraf runs with its defaults. The others get the TF-IDF
cosines of title and text (words of two letters or more, sublinear tf, smoothed idf) and, what
nobody has in practice, the parameters that are best on each set.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy
from sklearn.cluster import DBSCAN, HDBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

THRESHOLDS = [step / 100 for step in range(40, 99)]


def batch(path):
    """The articles of all clusters, shuffled, and the cluster of each."""
    articles, gold = [], []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        cluster = json.loads(line)
        for article in cluster["documents"]:
            given = {name: article[name] for name in ("title", "text", "published") if article.get(name)}
            articles.append(given)
            gold.append(cluster["id"])
    order = list(range(len(articles)))
    random.Random(7).shuffle(order)
    return [articles[place] | {"id": str(n)} for n, place in enumerate(order)], [gold[place] for place in order]


def bcubed(found, gold):
    """F1, precision and recall. A label of -1 (noise) is a story of its own."""
    found = [f"alone {place}" if label == -1 else label for place, label in enumerate(found)]
    stories, clusters, both = Counter(found), Counter(gold), Counter(zip(found, gold))
    precision = sum(n * n / stories[story] for (story, _), n in both.items()) / len(gold)
    recall = sum(n * n / clusters[cluster] for (_, cluster), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def nutgraf(binary, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
        file.flush()
        lines = subprocess.run([binary, "group", file.name], check=True, capture_output=True).stdout
    found = [None] * len(articles)
    for number, line in enumerate(lines.decode("utf-8").splitlines()):
        for article in json.loads(line)["articles"]:
            found[int(article)] = number
    return found


def distances(articles):
    texts = [article.get("title", "") + "\n" + article["text"] for article in articles]
    rows = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    return numpy.clip(1 - (rows @ rows.T).toarray(), 0, None)


def peers(distance):
    """Every method with every parameter: (method, parameters, labels)."""
    for linkage in ("average", "complete", "single"):
        for threshold in THRESHOLDS:
            method = AgglomerativeClustering(
                n_clusters=None, metric="precomputed", linkage=linkage, distance_threshold=threshold
            )
            yield f"agglomerative, {linkage}", f"distance {threshold:.2f}", method.fit_predict(distance)
    for threshold in THRESHOLDS:
        for least in (1, 2, 3):
            method = DBSCAN(eps=threshold, min_samples=least, metric="precomputed")
            yield "DBSCAN", f"eps {threshold:.2f}, min_samples {least}", method.fit_predict(distance)
    for size in (2, 3, 4):
        for least in (1, 2, 3):
            for selection in ("eom", "leaf"):
                method = HDBSCAN(
                    min_cluster_size=size,
                    min_samples=least,
                    metric="precomputed",
                    cluster_selection_method=selection,
                    copy=True,
                )
                given = f"min_cluster_size {size}, min_samples {least}, {selection}"
                yield "HDBSCAN", given, method.fit_predict(distance)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binary, paths = sys.argv[1], sys.argv[2:]
    for path in paths:
        articles, gold = batch(path)
        print(f"\n{Path(path).stem}: {len(articles)} articles, {len(set(gold))} clusters")
        print(f"{'':26} {'F1':>6} {'P':>6} {'R':>6}  parameters")
        best = {"nutgraf": (bcubed(nutgraf(binary, articles), gold), "defaults")}
        for method, given, labels in peers(distances(articles)):
            scores = bcubed(labels, gold)
            if method not in best or scores > best[method][0]:
                best[method] = (scores, given)
        for method, ((f1, precision, recall), given) in best.items():
            print(f"{method:26} {f1:6.3f} {precision:6.3f} {recall:6.3f}  {given}")


if __name__ == "__main__":
    main()
