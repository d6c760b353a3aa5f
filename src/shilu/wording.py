"""What words, forms and rules of events mean, to the reading and the chronicle alike."""

from __future__ import annotations

import re

GATHERINGS = frozenset({"multilateral", "summit"})
"""Forms of what a body, or many, come together for."""
FROM_AFAR = frozenset({"call", "letter"})
"""Forms without a place: one that is told beside them is where else people met."""
IDLE = frozenset({"接触", "互动"})
"""Words of events that may be said of any two who have to do with one another, and mean no deed of a day."""
DAILY = frozenset({"ASSAULT", "MOBILIZE"})
"""Acts that are done day after day: shots at protesters, aircraft off an island."""
SUMMONS = frozenset({"召见", "紧急召见", "再次召见", "传召", "召来", "约见"})
"""Words of events for summoning an ambassador, which is done where the word's subject governs."""
FROM_FIRST = frozenset({"object.v1", "received.v1", "letter.v1"})
"""Rules of events whose first party summons or writes, and the others are summoned or written to."""
PUT_OFF = re.compile(r"推迟|延[期后]|顺延|改期")
"""Words in the evidence of a status for what is put off, not given up."""
CONSENTS = ("同意", "批准", "通过", "敲定", "商定", "达成一致", "达成共识", "达成协议")
"""… and those for what was only agreed on then, and is to be done."""
CUSTODY = re.compile(r"看守所|拘留所|[监監]狱|監獄|羁押")
"""In the name of a place where those are held who were arrested elsewhere."""
CUSTODIAL = frozenset({"arrest", "convict"})
"""Modes of what is done to those who are then held there; nobody is arrested, or sentenced, twice on one day."""
ONCE = "once"
"""In ``date_by``: of a time that nobody tells; no date of these days can be meant."""
OPEN = "open"
"""… of another's day alone: who is held for long, or was arrested before the trial that is told."""
SO_FAR = "so far"
"""… done by now: 政变以来，美国已对缅甸实施多项制裁 is not the deed of a day."""
UNDATED = frozenset({ONCE, SO_FAR, OPEN})
"""Ways in which what has no day of its own is found; the text around lends it none."""
GROUP, MEDIUM, NATIONALS, HOME = "group", "medium", "people", "home"
"""How parties are found that no name tells: many without one, a paper, the people of a state, or whose police it is."""
CROWDS = frozenset({GROUP, MEDIUM})
"""… whom nobody else could know by their name, or who tell rather than act."""
FIRM_KINDS = frozenset({"company", "university", "media"})
"""Kinds of organisations whose business is no affair of states …"""
FIRM_NAMES = ("公司", "集团", "企业", "大学", "银行")
"""… and how the names of others end that are such."""
TOGETHER = frozenset({"AGREE", "COOPERATE"})
"""Acts that several do together, as one event; it does not matter who is named first."""
_SENTENCES = re.compile(r"(?<![谈批评])判(?!断)|徒刑|获刑|量刑")
_MINISTER = r"(?:(?:外交|国防)(?:部长|大臣)?|[外防][长相])"
_ONE_OFFICE = re.compile(
    rf"({_MINISTER}(?:(?:[和与及、]|以及)?{_MINISTER})*)(?:(?:举行|进行|展开)了?(?:双边)?)?会[谈晤]"
)
_FOREIGN, _DEFENCE = 1, 2


def court_stage(word: str) -> str:
    """The step of a criminal case that an event word tells, ``trial`` or ``sentence``, else nothing.

    Who is investigated and tried suffers two deeds, for which PLOVER has one mode, ACCUSE (investigate).
    """
    return "trial" if "审" in word else "sentence" if _SENTENCES.search(word) else ""


def one_office(words: str) -> int:
    """The office whose ministers alone are told to meet, 1 foreign affairs and 2 defence; 0 where that is not said."""
    found = _ONE_OFFICE.search(words)
    if found is None or ("外" in found[1] and "防" in found[1]):
        return 0
    return _FOREIGN if "外" in found[1] else _DEFENCE
