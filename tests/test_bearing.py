"""Whether a surname alone is that of the person whom the authority knows."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest

import articles
from shilu.knowledge import authority
from shilu.reading.reader import analyse

if TYPE_CHECKING:
    from shilu.reading.tagger import Tagger

article = functools.partial(articles.article, outlet="自由亚洲电台")
FILLER = "音乐会在市中心的大厅举行，门票早在一个月之前就已经售完，听众从各地赶来，有人带着孩子，也有人独自前来。" * 3

CASES = [
    # Nothing in the text speaks of the committee whose president the known bearer is.
    (f"乐队演奏了巴赫和贝多芬的作品。{FILLER}", "p.thomas-bach", False),
    (f"国际奥委会希望各地选手平安。巴赫说，一切都会顺利。{FILLER}", "p.thomas-bach", True),
    # A role says who is meant, whatever else the text tells.
    (f"音乐会的来宾中有国际奥委会主席巴赫。{FILLER}", "p.thomas-bach", True),
    # Leaders of large states need no introduction.
    (f"有人在门口举着普京的画像。{FILLER}", "p.vladimir-putin", True),
    # A short text leaves much out.
    ("巴赫说，一切都会顺利。", "p.thomas-bach", True),
    # A city and a maker of vaccines.
    (f"在奥斯汀开餐馆的张先生说，生意不好做。{FILLER}", "p.lloyd-austin", False),
    (f"美国国防部长奥斯汀周二抵达。奥斯汀说，会谈有益。{FILLER}", "p.lloyd-austin", True),
    (f"布林肯和奥斯汀将一起访问亚洲。{FILLER}", "p.lloyd-austin", True),
    (f"卫生部门说，强生的疫苗只需要打一针。{FILLER}", "p.boris-johnson", False),
    # What nobody in the authority is.
    ("国保大队长王明山带人闯进屋里。", "p.wang-mingshan", False),
    ("新疆公安厅厅长王明山受到制裁。", "p.wang-mingshan", True),
]


@pytest.mark.parametrize(("text", "known", "meant"), CASES)
def test_who_is_meant(tagger: Tagger, text: str, known: str, *, meant: bool) -> None:
    """The known bearer is meant where the article speaks of what that person is known for."""
    (found,) = analyse([article(text)], authority=authority(), tagger=tagger)
    assert (known in {person.id for person in found.people}) is meant


def test_somebody_not_yet_in_office(tagger: Tagger) -> None:
    """Who comes into office years later is not meant by a surname in an article of before."""
    text = f"演员莱维特在这部美国电影里扮演一名侦探。{FILLER}"
    (found,) = analyse([article(text)], authority=authority(), tagger=tagger)
    assert "p.karoline-leavitt" not in {person.id for person in found.people}


def test_the_seat_of_a_legislator_is_no_part_of_the_name(tagger: Tagger) -> None:
    """Sen. and R-AK are left out of a Latin form, which then leads to the person who bears it."""
    (found,) = analyse([article("参议员苏利文（Sen. Dan Sullivan, R-AK）发言。")], authority=authority(), tagger=tagger)
    assert [(person.id, person.also) for person in found.people] == [("p.dan-sullivan", ("Dan Sullivan",))]
