#!/usr/bin/env python3
"""Whole processes of nutgraf and its peers on the same files, in one run.

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install sumy==0.13.0 numpy nltk summa lexrank
    cargo build --release
    python3 benches/peers/run.py --python /tmp/peers/bin/python [--binary target/release/nutgraf]

Two inputs: the clusters of ../shared/data/multinews.jsonl (a made-up batch where that is absent),
and one cluster of --sentences sentences. nutgraf runs with one thread, as the others do. A peer
runs benches/peers/summarize.py, which hands it the text and asks for five sentences; starting
Python is part of its time.
"""
import argparse, json, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scaling

PEERS = ["sumy-textrank", "sumy-lexrank", "sumy-lsa", "sumy-luhn", "summa", "lexrank"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--python", default=sys.executable)
    arguments.add_argument("--binary", default=str(HERE.parent.parent / "target/release/nutgraf"))
    arguments.add_argument("--sentences", type=int, default=1500)
    arguments.add_argument("--peers", default=",".join(PEERS))
    arguments = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        usual, large = pathlib.Path(folder) / "usual.jsonl", pathlib.Path(folder) / "large.jsonl"
        scaling.apart(scaling.batch, usual, 1)
        scaling.apart(scaling.large, large, arguments.sentences)
        print(f"| | usual batch, s | × nutgraf | {arguments.sentences:,} sentences, s | × nutgraf |")
        print("|---|---:|---:|---:|---:|")
        base = []
        for path in (usual, large):
            command = [arguments.binary, "summarize", "--threads", "1", "--sentences", "5", "--format", "jsonl", path]
            base.append(scaling.measure(command, repeat=10)[0])
        print(f"| nutgraf, 1 thread | {base[0]:.4f} | 1 | {base[1]:.4f} | 1 |", flush=True)
        for peer in arguments.peers.split(","):
            cells = []
            for path, own in zip((usual, large), base):
                command = [arguments.python, HERE / "summarize.py", peer, path]
                wall = scaling.measure(command, repeat=1)[0]
                cells.append(f"{wall:.2f} | {wall / own:,.0f}")
            print(f"| {peer} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
