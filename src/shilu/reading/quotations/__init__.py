"""记言: who says what in an article, in whose words, through whom.

Blocks are read as units between stops (:mod:`.units`) with their quoted runs (:mod:`.marks`); reporting words
(:mod:`.hits`, from the lexicon of :mod:`.cues`) get their subjects (:mod:`.subjects`, :mod:`.voices`) and become
statements (:mod:`.statements`), which are cut into direct and indirect quotations (:mod:`.cuts`).
"""

from __future__ import annotations

from shilu.reading.quotations.article import quotations, unclosed

__all__ = ["quotations", "unclosed"]
