"""Political acts other than encounters: type, who did it to whom, status, and what is no act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shilu.knowledge import authority
from shilu.reading.reader import read_many
from shilu.reading.tagger import Tagger
from shilu.records import Article, Block
from shilu.text.script import script_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from shilu.records import Event

    Read = Callable[..., tuple[Event, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    """The events of an article of some paragraphs, published on Friday 16 February 2024."""
    tagger = Tagger()

    def run(*paragraphs: str, title: str = "") -> tuple[Event, ...]:
        article = Article(
            id="a",
            sha256="0" * 64,
            path="a.md",
            reader="test",
            url=None,
            outlet="江声报",
            title=title,
            language="zh",
            script=script_of(title + "".join(paragraphs)),
            published="2024-02-16",
            blocks=tuple(Block("paragraph", paragraph) for paragraph in paragraphs),
        )
        return read_many([article], authority=authority(), tagger=tagger)[0].events

    return run


def brief(event: Event) -> tuple[str, str, str]:
    """Type, actors and recipients."""
    actors, recipients = ("、".join(one.name for one in those) for those in (event.actors, event.recipients))
    return (event.type, actors, recipients)


ACTS = [
    # Verbs with a recipient or a clause behind them, both scripts.
    ("美国国务卿布林肯周四谴责朝鲜。", [("ACCUSE", "布林肯", "朝鲜")]),
    ("布林肯星期二谴责了北京在南海的行动。", [("ACCUSE", "布林肯", "中国")]),
    ("歐盟16日呼籲俄羅斯立即停火。", [("REQUEST", "歐盟", "俄羅斯")]),
    ("日本政府敦促中国保持克制。", [("REQUEST", "日本政府", "中国")]),
    # 对, 向 and 就 lead to whom it is done.
    ("英国对缅甸军方实施制裁。", [("SANCTION", "英国", "缅甸军方")]),
    ("德国外交部就此案向俄罗斯提出抗议。", [("ACCUSE", "德国外交部", "俄罗斯")]),
    ("加拿大总理特鲁多对印度表示不满。", [("ACCUSE", "特鲁多", "印度")]),
    # Passives, and descriptions of those to whom it is done.
    ("前议员李文清周三被香港警方逮捕。", [("COERCE", "香港警方", "李文清")]),
    ("遭中国制裁的德国议员布谛科费尔接受了访问。", [("SANCTION", "中国", "布谛科费尔")]),
]


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[text[:16] for text, _ in ACTS])
def test_acts(text: str, expected: list[tuple[str, str, str]], read: Read) -> None:
    """A sentence that tells an act gives it with its type, actor and recipient."""
    assert [brief(event) for event in read(text)] == expected


NO_ACTS = [
    # What might be, should be, is asked about, or only served some end.
    "如果俄罗斯制裁日本，东京会作何反应？",
    "欧盟是否制裁白俄罗斯，外界正在观望。",
    "议员们要求日本政府制裁缅甸军方，不过这项议案没有通过。",
    # Nobody is named who did it, or nobody who counts in politics.
    "三名学者批评了这项政策。",
    "张伟拒绝了李娜的求婚。",
    "湖人队后卫批评裁判。",
    "专家指出，这种蛋白质会攻击癌细胞。",
    # All in brackets: nothing is left of the sentence.
    "（王毅访问）",
]


@pytest.mark.parametrize("text", NO_ACTS, ids=[text[:12] for text in NO_ACTS])
def test_no_acts(text: str, read: Read) -> None:
    """What is only supposed, asked for or private is no act."""
    assert [brief(event) for event in read(text)] == []


def test_a_meeting_hoped_for_is_no_act_beside(read: Read) -> None:
    """希望与…举行会谈 is an encounter proposed, not a request as well."""
    assert [(event.type, event.status) for event in read("王毅希望与布林肯举行会谈。")] == [("CONSULT", "proposed")]
