#!/usr/bin/env python3
"""Whole processes of nutgraf and its peers on the same files, in one run.

    python3 -m venv /tmp/peers
    /tmp/peers/bin/pip install sumy==0.13.0 numpy nltk summa lexrank
    /tmp/peers/bin/pip install --no-deps llama-index-core==0.12.52.post1   # has nltk's model, offline
    cargo build --release
    python3 benches/peers/run.py --python /tmp/peers/bin/python [--binary target/release/nutgraf]

Two inputs: the clusters of ../shared/data/multinews.jsonl (a made-up batch where that is absent),
and one cluster of --sentences sentences. nutgraf runs with one thread, as the others do, and with
all, as it does by itself. sumy has its own tokenizer, and stop words as its command line gives
them; `plain` is without, as its classes are made. The two others that need sentences have a short
regular expression. A peer runs benches/peers/summarize.py, which hands it the text and asks for five
sentences; starting Python is part of its time.
"""
import argparse, json, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import scaling

PEERS = ["sumy-textrank", "sumy-textrank-plain", "sumy-lexrank", "sumy-lsa", "sumy-luhn", "summa", "lexrank"]


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
        print(f"| | usual batch, s | × one thread | × all | {arguments.sentences:,} sentences, s | × one thread | × all |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        own = {}
        for name, threads in (("nutgraf, 1 thread", ["--threads", "1"]), ("nutgraf, all threads", [])):
            for path in (usual, large):
                command = [arguments.binary, "summarize", *threads, "--sentences", "5", "--format", "jsonl", path]
                own.setdefault(path, []).append(scaling.measure(command, repeat=10)[0])
            print(f"| {name} | {own[usual][-1]:.4f} | | | {own[large][-1]:.4f} | | |", flush=True)
        for peer in arguments.peers.split(","):
            cells = []
            for path, (one, all_threads) in own.items():
                command = [arguments.python, HERE / "summarize.py", peer, path]
                wall = scaling.measure(command, repeat=1)[0]
                cells.append(f"{wall:.2f} | {wall / one:,.0f} | {wall / all_threads:,.0f}")
            print(f"| {peer} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
