"""Documents as speakers: a declaration, a report, an account speaks for whoever issued it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from shilu.reading.quotations.cues import cues, ways, word_set
from shilu.reading.quotations.heard import ARTICLES, MEDIUM
from shilu.reading.quotations.marks import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shilu.reading.quotations.heard import Voice
    from shilu.reading.quotations.meant import Subject
    from shilu.reading.quotations.units import Word

_IN_TITLES = ("联合声明", "声明", "公报", "白皮书", "公开信", "公告", "通告", "备忘录", "决议")
"""Documents that are cited by a title of their own."""
_RUMOURS = word_set("消息 数据 统计 民调 调查 研究 白皮书 法案 裁决 决议 决议案 判决书 起诉书 纪录")
"""Without an issuer they are nobody's, least of all theirs who spoke last: 消息称."""
_PRESENTED = ("发表会", "发布会", "座谈会", "研讨会", "分享会", "签书会", "仪式")
"""Behind a book or report that is only presented there: 出席新书|发表会时指出."""
_OFFICES = ("办公室", "办公厅", "府", "署")
_BESIDE = 2
"""美国官方简报 is a paper of the state, 阿拉斯加会谈的报告 is none of the place."""
_POSTED = word_set("帖文 贴文 推文 博文 消息 文章 评论 公号 公众号 账号 帐号 粉丝页 专页 粉专")
"""What is written on a platform is not the platform's word."""
_ACCOUNTS = word_set("公号 公众号 账号 帐号 粉丝页 专页 粉专")
_OF_BODIES = word_set("报告 文件 公报 公告 通告 议案 动议案 新闻稿 通报")
"""Without an issuer these are no person's who spoke last."""
_SHARED = frozenset(("共同", "联合"))
"""共同文件 is the 文件 of those who issued one together."""
_TITLE = re.compile(r"《([^《》]{1,30})》")


def document_at(words: Sequence[Word], nth: int) -> str | None:
    """The document that a word names, or that it names with the word before it: 日程|安排, 《…联合声明》."""
    text = words[nth].text
    if nth + 1 < len(words) and words[nth + 1].text.endswith(_PRESENTED):
        return None
    if text not in document_endings():
        titled = text[:1] == "《"
        return next((document for document in _IN_TITLES if text.endswith(f"{document}》")), None) if titled else None
    documents = cues().documents
    if nth and (joined := words[nth - 1].text + text) in documents:
        return joined
    return text if text in documents else None


@functools.cache
def document_endings() -> frozenset[str]:
    """Words that a document's name may end with: most sentences have none of them."""
    return frozenset(name[place:] for name in cues().documents for place in range(len(name)))


def issuers(subject: Subject, document: str) -> tuple[Voice, ...]:
    """Who speaks through a document that a subject names; nobody by name where nothing tells."""
    return next(_named_with(subject, document), ()) or next(_heard_of(subject, document), ()) or _nobody(subject)


def _named_with(subject: Subject, document: str) -> Iterator[tuple[Voice, ...]]:
    """Those named together with it."""
    start = subject.tail.end - len(document)
    if document in _ACCOUNTS and (account := next((word for word in subject.words if word.tag == QUOTED), None)):
        yield (subject.named(account.text, "document"),)
    posted = {word.start for word in subject.words if document in _POSTED and word.text.lower() in ways()}
    for standing in reversed(subject.standings):
        if standing.start in posted:
            continue
        office = subject.text[standing.end - subject.words[0].start :].startswith(_OFFICES)  # 总理|办公室的声明
        if not (standing.how == "title" and office) and (standing.kind != "place" or start - standing.end <= _BESIDE):
            same = [each for each in subject.standings if (each.start, each.end) == (standing.start, standing.end)]
            yield tuple(subject.known(each, "document") for each in same)  # 中美联合声明: of both
    title = _TITLE.search(subject.text)
    if title and MEDIUM.search(title[1]):
        yield (subject.named(title[1], "document"),)
    for word in reversed(subject.words):
        if word.tag == "ORG" and word.text not in subject.lexicon.documents and word.start not in posted:
            yield (subject.named(word.text, "document"),)


def _heard_of(subject: Subject, document: str) -> Iterator[tuple[Voice, ...]]:
    """Those of whom the article told that they issued one like it, else who spoke last."""
    heard = subject.heard
    before = [word for word in subject.words if word.end <= subject.tail.end - len(document)]
    if before and not (subject.takes_up or _TITLE.search(subject.text) or _is_described(subject, before)):
        return
    if known := heard.issuers_of(document):
        yield tuple(issuer.again(subject.text, "document") for issuer in known)
    if document in ARTICLES and heard.medium and not subject.modified:
        yield (heard.medium.again(subject.text, "document"),)
    loose = subject.modified or document in _RUMOURS
    of = ("org",) if document in _OF_BODIES else ("person", "org")
    if heard.voices and heard.voices[0].kind in of and not loose:
        yield tuple(voice.again(subject.text, "document") for voice in heard.voices)


def _is_described(subject: Subject, before: Sequence[Word]) -> bool:
    """Whether words in front of a document only describe it: X发布的|最新数据, 共同文件."""
    return all(word.tag == "a" for word in before) and (
        subject.modified or all(word.text in _SHARED for word in before)
    )


def _nobody(subject: Subject) -> tuple[Voice, ...]:
    return (subject.named(None, "document"),)
