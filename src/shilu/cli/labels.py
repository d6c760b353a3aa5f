"""Words for the codes of events, entries and copies: ``CONSULT``, ``planned``, ``republished``."""

from collections.abc import Callable, Iterator, Mapping

import typer

from shilu.cli.messages import t

FORMS = {
    "meeting": t("meeting"),
    "talks": t("talks"),
    "call": t("call"),
    "visit": t("visit"),
    "summit": t("summit"),
    "multilateral": t("multilateral"),
    "letter": t("letter"),
}
STATUSES = {
    "happened": t("happened"),
    "planned": t("planned"),
    "expected": t("expected"),
    "proposed": t("proposed"),
    "cancelled": t("cancelled"),
    "denied": t("denied"),
}
TYPES = {
    "AGREE": t("agree"),
    "CONSULT": t("consult"),
    "SUPPORT": t("support"),
    "CONCEDE": t("concede"),
    "COOPERATE": t("cooperate"),
    "AID": t("aid"),
    "RETREAT": t("retreat"),
    "REQUEST": t("request"),
    "ACCUSE": t("accuse"),
    "REJECT": t("reject"),
    "THREATEN": t("threaten"),
    "PROTEST": t("protest"),
    "SANCTION": t("sanction"),
    "MOBILIZE": t("mobilize"),
    "COERCE": t("coerce"),
    "ASSAULT": t("assault"),
}
"""The types of PLOVER."""
_COPIES = {
    "copy": t("copy"),
    "converted": t("converted"),
    "update": t("update"),
    "excerpt": t("excerpt"),
    "agency": t("agency text"),
    "republished": t("republished"),
}
"""What a text is to the first of its copies."""
_POINTS = {
    "date": t("date"),
    "place": t("place"),
    "parties": t("parties"),
    "figures": t("figures"),
    "duration": t("duration"),
    "status": t("status"),
}
"""In what accounts differ."""
_LABELS = FORMS | STATUSES | TYPES | _COPIES | _POINTS


def label(word: str) -> str:
    """A form, status, type, kind of copy or point of difference in the user's language."""
    return _LABELS.get(word, word)


def coded(codes: Mapping[str, str]) -> Callable[[str | None], str | None]:
    """A callback of options that take one of these codes: as it is, in either case, or as tables print it."""

    def code(value: str | None) -> str | None:
        if value is None:
            return None
        meant = {_folded(word): code for code, word in codes.items()} | {code.casefold(): code for code in codes}
        if (found := meant.get(_folded(value))) is None:
            # As typer says it of its own choices, so that it is told like them.
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(map(repr, _as_typed(codes)))}.")
        return found

    return code


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    from shilu.text.script import fold  # noqa: PLC0415 (loads OpenCC, which most commands spare)

    return fold(word)


def _as_typed(codes: Mapping[str, str]) -> Iterator[str]:
    """The words of the tables, where these are not the codes themselves."""
    for code, word in codes.items():
        yield code if word == code.casefold() else word
