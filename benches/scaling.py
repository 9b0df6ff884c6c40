#!/usr/bin/env python3
"""How time and memory grow: one run prints the tables that stand in benches/README.md.

    cargo build --release && python3 benches/scaling.py [--quick] [--binary target/release/nutgraf]

1. One cluster of 10^4, 10^5 and 10^6 sentences (--quick leaves out the last), then clusters of
   unusual shapes, each with one and two threads.
2. A batch of usual clusters against `wc -w` on the same file; memory on a tenth of it; start-up.

Times are the best of three; `cpu` is user and system time of all threads; memory is the peak
resident set. Text is that of ../shared where it is there, and made up otherwise. Standard library
only.
"""
import argparse, hashlib, itertools, json, math, multiprocessing, os, pathlib, random, subprocess, sys
import tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
FUNCTION_WORDS = "the of and to in a that for was on with at by from has were".split()


def word(number):
    out = ""
    while True:
        out += SYLLABLES[number % len(SYLLABLES)]
        number //= len(SYLLABLES)
        if not number:
            return out


def sentences(seed):
    """Sentences without sense and without end, words by Zipf's law over a growing vocabulary."""
    draw = random.Random(seed)
    for made in itertools.count(1):
        vocabulary = 2000 + 40 * math.sqrt(made)
        words = [
            draw.choice(FUNCTION_WORDS) if draw.random() < 0.45 else word(int(vocabulary ** draw.random()))
            for _ in range(draw.randrange(12, 34))
        ]
        yield " ".join(words).capitalize() + "."


def cluster(name, per_article, stream):
    def text(count):
        lines = list(itertools.islice(stream, count))
        return "\n\n".join(" ".join(lines[at:at + 4]) for at in range(0, count, 4))
    documents = [{"id": str(n), "title": "", "text": text(count)} for n, count in enumerate(per_article)]
    return json.dumps({"id": name, "lang": "en", "documents": documents}, ensure_ascii=False) + "\n"


def large(path, count):
    maker = SHARED / "bench" / "make_cluster.py"
    if maker.exists():
        subprocess.run([sys.executable, maker, str(count), path], check=True)
    else:
        path.write_text(cluster("c", [40] * (count // 40), sentences(count)), encoding="utf8")


def batch(path, size):
    corpus = SHARED / "data" / "multinews.jsonl"
    if corpus.exists():
        usual = [json.loads(line) for line in corpus.open(encoding="utf8")]
    else:
        stream = sentences(1)
        usual = [json.loads(cluster(str(n), [25] * 3, stream)) for n in range(50)]
    written = 0
    with path.open("w", encoding="utf8") as file:
        for turn in itertools.count():
            for record in usual:
                line = json.dumps({**record, "id": f"{record['id']}-{turn}"}, ensure_ascii=False) + "\n"
                file.write(line)
                written += len(line.encode())
            if written >= size:
                return


def apart(make, *arguments):
    """Makes a file in a process of its own: a child's peak memory counts its parent's from before."""
    maker = multiprocessing.Process(target=make, args=arguments)
    maker.start()
    maker.join()


def shape(path, per_article, stream):
    path.write_text(cluster("c", per_article, stream), encoding="utf8")


def unusual(path, per_article, seed):
    shape(path, per_article, sentences(seed))


def equal(path, per_article):
    line = "Heavy rain fell on the town of Norvale on Tuesday and closed all its roads."
    shape(path, per_article, itertools.repeat(line))


def measure(command, repeat=3):
    """Best wall time, best CPU time, largest resident set in bytes, and the hash of the output."""
    runs = []
    for _ in range(repeat):
        with tempfile.TemporaryFile() as out:
            start = time.perf_counter()
            child = subprocess.Popen(command, stdout=out)
            _, status, usage = os.wait4(child.pid, 0)
            wall = time.perf_counter() - start
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode not in (0, 1):
                sys.exit(f"{command} ended with {child.returncode}")
            out.seek(0)
            cpu = usage.ru_utime + usage.ru_stime
            runs.append((wall, cpu, usage.ru_maxrss * 1024, hashlib.file_digest(out, "sha256").digest()))
    if len({run[3] for run in runs}) > 1:
        sys.exit(f"{command} prints something else each time")
    return tuple(min(run[i] for run in runs) for i in (0, 1)) + (max(run[2] for run in runs), runs[0][3])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--binary", default=str(ROOT / "target/release/nutgraf"))
    arguments = arguments.parse_args()
    folder = tempfile.TemporaryDirectory()
    here = pathlib.Path(folder.name)

    def nutgraf(path, threads, *more, repeat=3):
        command = [arguments.binary, "summarize", "--threads", str(threads), "--format", "jsonl", *more, str(path)]
        return measure(command, repeat)

    def row(name, path, *more, before=None, repeat=3):
        size = path.stat().st_size
        one, two = nutgraf(path, 1, *more, repeat=repeat), nutgraf(path, 2, *more, repeat=repeat)
        if one[3] != two[3]:
            sys.exit(f"{name}: two threads print something else than one")
        exponent = f"{math.log(one[1] / before[0], size / before[1]):.3f}" if before else ""
        memory = max(one[2], two[2])
        print(f"| {name} | {size / 1e6:.1f} | {one[0]:.2f} | {one[1]:.2f} | {exponent} | {two[0]:.2f} "
              f"| {memory / 1e6:.0f} | {memory / size:.1f} |", flush=True)
        return one[1], size

    print("| cluster | MB | 1 thread, s | cpu, s | exponent | 2 threads, s | memory, MB | × input |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    before = None
    for count in (10_000, 100_000) if arguments.quick else (10_000, 100_000, 1_000_000):
        path = here / f"{count}.jsonl"
        apart(large, path, count)
        before = row(f"{count:,} sentences", path, before=before)
    path = here / "100000.jsonl"
    row("100,000 sentences, a fifth of the words", path, "--ratio", "0.2", repeat=1)
    odd = here / "odd.jsonl"
    for name, make, texts in (
        ("one article of 100,000 sentences", unusual, [100_000]),
        ("100,000 articles of one sentence", unusual, [1] * 100_000),
        ("100,000 equal sentences in 2,500 articles", equal, [40] * 2_500),
        ("the same in 100,000 articles", equal, [1] * 100_000),
    ):
        apart(make, odd, texts, *([7] if make is unusual else []))
        row(name, odd, repeat=1)

    whole, tenth, tiny = here / "batch.jsonl", here / "tenth.jsonl", here / "tiny.jsonl"
    apart(batch, whole, 10**7 if arguments.quick else 10**8)
    apart(batch, tenth, 10**6 if arguments.quick else 10**7)
    apart(unusual, tiny, [3], 3)
    words = measure(["wc", "-w", str(whole)])
    one, two, small = nutgraf(whole, 1), nutgraf(whole, 2), nutgraf(tenth, 2)
    start = measure([arguments.binary, "summarize", str(tiny)], repeat=40)
    size = whole.stat().st_size / 1e6
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    print(f"\n| batch of usual clusters, {size:.0f} MB | wall, s | cpu, s | MB/s | memory, MB |")
    print("|---|---:|---:|---:|---:|")
    for name, run in ((f"`wc -w` ({locale})", words), ("nutgraf, 1 thread", one), ("nutgraf, 2 threads", two)):
        print(f"| {name} | {run[0]:.2f} | {run[1]:.2f} | {size / run[0]:.0f} | {run[2] / 1e6:.0f} |")
    print(f"\n- one thread / `wc -w`: {one[0] / words[0]:.1f} (cpu {one[1] / words[1]:.1f})")
    print(f"- one thread / two threads: {one[0] / two[0]:.2f}")
    print(f"- memory of the batch / of a tenth of it: {two[2] / small[2]:.2f}")
    print(f"- start-up on a tiny input: {start[0] * 1000:.1f} ms (cpu {start[1] * 1000:.1f} ms)")


if __name__ == "__main__":
    main()
