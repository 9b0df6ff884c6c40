"""summarize.py PEER FILE.jsonl: the five best sentences of every cluster, as a peer finds them."""
import json, re, sys

SENTENCES = 5


def split(text):
    return [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]


def model():
    """Tells nltk where its model for sentences is: llama-index-core brings it along."""
    import importlib.util, nltk
    for folder in importlib.util.find_spec("llama_index").submodule_search_locations:
        nltk.data.path.append(f"{folder}/core/_static/nltk_cache")


def sumy(method):
    model()
    from sumy.nlp.stemmers import Stemmer
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer
    from sumy.utils import get_stop_words
    classes = {"textrank": TextRankSummarizer, "lexrank": LexRankSummarizer, "lsa": LsaSummarizer, "luhn": LuhnSummarizer}
    method, _, plain = method.partition("-")
    summarizer = classes[method](Stemmer("english"))
    if not plain:
        summarizer.stop_words = get_stop_words("english")
    tokenizer = Tokenizer("english")
    return lambda text: map(str, summarizer(PlaintextParser.from_string(text, tokenizer).document, SENTENCES))


def summa():
    from summa.summarizer import summarize
    return lambda text: summarize(text, ratio=min(1.0, SENTENCES / len(split(text))), split=True)


def lexrank():
    from lexrank import STOPWORDS, LexRank

    def of(text):
        sentences = split(text)
        return LexRank([sentences], stopwords=STOPWORDS["en"]).get_summary(sentences, summary_size=SENTENCES, threshold=0.1)
    return of


peer, path = sys.argv[1:]
summarize = {"summa": summa, "lexrank": lexrank}.get(peer) or (lambda: sumy(peer.removeprefix("sumy-")))
summarize = summarize()
for line in open(path, encoding="utf8"):
    text = "\n\n".join(document["text"] for document in json.loads(line)["documents"])
    print(json.dumps(list(summarize(text)), ensure_ascii=False))
