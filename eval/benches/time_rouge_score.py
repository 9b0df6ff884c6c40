#!/usr/bin/env python3
"""Pairs a second of Google's rouge-score (pip install rouge-score, in a scratch environment) on the pairs that
`cargo bench -p nutgraf-eval --bench rouge -- --write PAIRS.jsonl` wrote: rouge1 + rouge2 + rougeLsum, one thread.

usage: time_rouge_score.py PAIRS.jsonl [NUMBER_OF_PAIRS]"""
import json
import sys
import time

from rouge_score import rouge_scorer

pairs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8", newline="\n")]
pairs = pairs[: int(sys.argv[2]) if len(sys.argv) > 2 else 100]
for stem in (False, True):
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=stem)
    rates = []
    for _ in range(3):
        start = time.process_time()
        for pair in pairs:
            scorer.score(pair["reference"], pair["candidate"])
        rates.append(len(pairs) / (time.process_time() - start))
    print(f"stemming {stem}: {max(rates):.1f} pairs/s (best of 3, {len(pairs)} pairs)")
