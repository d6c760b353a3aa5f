"""The chronicle in the archive: an update gives what making all anew gives, and writes only what differs."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from archives import simple_reader, write_posts
from shilu.archive import Archive
from shilu.archive.add import add
from shilu.archive.readings import Step
from shilu.chronicle.entries.finding import Wanted, by_date, by_start, entry, find
from shilu.chronicle.entries.keeping import is_current, update
from shilu.errors import NotFound
from shilu.knowledge import authority
from tellings import BLINKEN, CHINA, JAPAN, LAVROV, SULLIVAN, US, WANG, event, telling_post, telling_step

if TYPE_CHECKING:
    from pathlib import Path

    from shilu.records import Entry

STEP = Step("telling.v1", telling_step)


def posts() -> dict[str, str]:
    """Two dozen articles about half a dozen deeds."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    people = (BLINKEN, WANG, SULLIVAN, LAVROV, US, CHINA)
    found = {}
    for number in range(24):
        events = []
        for _ in range(chance.randint(1, 3)):
            both = tuple(chance.sample(people, 2))
            day = chance.choice((None, "2024-02", "2024-02-14", "2024-02-15", "2024-02-16"))
            place = chance.choice((None, "慕尼黑"))
            if chance.random() < 0.3:
                events.append(event(both[:1], day, recipients=(JAPAN,), form="visit"))
            else:
                events.append(event(both, day, place=place, form=chance.choice(("meeting", "call"))))
        outlet = chance.choice(("jia", "yi"))
        found[f"{number}.md"] = telling_post(number, outlet, f"2024-02-{13 + number % 6}", *events)
    return found


def added(folder: Path, source: Path) -> None:
    """Add the posts of a folder, reading them."""
    add(folder, [str(source)], workers=1, reader=simple_reader, step=STEP)


def brought_up(folder: Path) -> int:
    """Update the chronicle; how many rows were written."""
    with Archive.open(folder, read_only=False) as archive, archive.writing():
        written = update(archive, authority())
        assert is_current(archive)
        return written


def chronicle(folder: Path) -> list[Entry]:
    """All entries."""
    with Archive.open(folder) as archive:
        return list(find(archive, Wanted()))


@pytest.mark.parametrize("seed", range(4))
def test_updates_in_any_order_give_what_one_making_gives(tmp_path: Path, seed: int) -> None:
    """Articles that come in batches, whatever their order, make the same chronicle as all at once."""
    everything = posts()
    added(tmp_path / "once", write_posts(tmp_path / "all", everything))
    brought_up(tmp_path / "once")
    names = list(everything)
    random.Random(seed).shuffle(names)  # noqa: S311 - repeatable, not secret
    for number in range(0, len(names), 7):
        batch = {name: everything[name] for name in names[number : number + 7]}
        added(tmp_path / "batches", write_posts(tmp_path / f"batch{number}", batch))
        brought_up(tmp_path / "batches")
    assert chronicle(tmp_path / "batches") == chronicle(tmp_path / "once") != []


def test_an_update_writes_only_what_differs(tmp_path: Path) -> None:
    """One more article changes the entry it tells; without news nothing is written; what is taken back goes."""
    source, folder = tmp_path / "posts", tmp_path / "archive"
    added(folder, write_posts(source, posts()))
    made = brought_up(folder)
    assert made == len(chronicle(folder))
    assert brought_up(folder) == 0
    call = event((LAVROV, BLINKEN), "2024-02-15", form="call")
    added(folder, write_posts(tmp_path / "news", {"new.md": telling_post(90, "jia", "2024-02-16", call)}))
    before = chronicle(folder)
    assert 1 <= brought_up(folder) <= 2
    added(folder, write_posts(tmp_path / "news", {"new.md": telling_post(90, "jia", "2024-02-16")}))
    brought_up(folder)
    assert chronicle(folder) == before


def test_tellings_that_are_gone_are_noticed(tmp_path: Path) -> None:
    """Whatever takes tellings away, as the deletion of their article does, leaves the chronicle behind."""
    folder = tmp_path / "archive"
    talks = event((SULLIVAN, WANG), "2024-01-26", place="曼谷")
    added(folder, write_posts(tmp_path / "posts", {"a.md": telling_post(1, "jia", "2024-01-27", talks)}))
    brought_up(folder)
    with Archive.open(folder, read_only=False) as archive, archive.transaction() as db:
        db.execute("DELETE FROM tellings")
        assert not is_current(archive)
    brought_up(folder)
    assert chronicle(folder) == []


@pytest.mark.parametrize("when", ["2024-02", "2024", ""])
def test_articles_without_a_day_tell_nothing(tmp_path: Path, when: str) -> None:
    """What a report means by 昨天 or by no date at all is not known where its own day is not."""
    folder = tmp_path / "archive"
    text = telling_post(1, "jia", "2024-02-16", event((SULLIVAN, WANG), "2024-01-26")).replace(
        "2024-02-16T08:00:00Z", when
    )
    added(folder, write_posts(tmp_path / "posts", {"a.md": text}))
    assert brought_up(folder) == 0
    assert chronicle(folder) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three deeds, one of them undated."""
    place = tmp_path_factory.mktemp("finding")
    told = (
        event((SULLIVAN, WANG), "2024-01-26/2024-01-27", place="曼谷"),
        event((BLINKEN, WANG), "2024-02", form="call"),
        event((LAVROV, WANG), None),
    )
    source = write_posts(place / "posts", {"a.md": telling_post(1, "jia", "2024-02-20", *told)})
    added(place / "archive", source)
    brought_up(place / "archive")
    return place / "archive"


class TestFinding:
    """What can be asked for."""

    @pytest.mark.parametrize(
        ("wanted", "dates"),
        [
            (Wanted(), ["2024-01-26/2024-01-27", "2024-02", None]),
            (Wanted(since="2024-01-27"), ["2024-01-26/2024-01-27", "2024-02"]),
            (Wanted(since="2024-01-28"), ["2024-02"]),
            (Wanted(since="2024-02-28"), ["2024-02"]),
            (Wanted(until="2024-01-26"), ["2024-01-26/2024-01-27"]),
            (Wanted(until="2024-01-25"), []),
            (Wanted(until="2024"), ["2024-01-26/2024-01-27", "2024-02"]),
            (Wanted(place="Bangkok", place_also=("曼谷",)), ["2024-01-26/2024-01-27"]),
            (Wanted(form="call"), ["2024-02"]),
            (Wanted(parties=(frozenset({WANG.id}), frozenset({BLINKEN.id, LAVROV.id}))), ["2024-02", None]),
            (Wanted(min_sources=2), []),
        ],
    )
    def test_conditions(self, folder: Path, wanted: Wanted, dates: list[str | None]) -> None:
        """Dates are compared as finely as both sides are known."""
        with Archive.open(folder) as archive:
            assert [one.date for one in find(archive, wanted)] == dates

    def test_pages_and_counts(self, folder: Path) -> None:
        """The newest first, page by page; and how many there are of each date."""
        with Archive.open(folder) as archive:
            pages = [list(find(archive, Wanted(), 1, offset=number, newest=True)) for number in range(4)]
            assert [[one.date for one in page] for page in pages] == [
                ["2024-02"],
                ["2024-01-26/2024-01-27"],
                [None],
                [],
            ]
            assert by_date(archive, Wanted()) == {"2024-01-26/2024-01-27": 1, "2024-02": 1, None: 1}

    def test_what_lasted_a_few_days_is_of_the_first(self, folder: Path, tmp_path: Path) -> None:
        """A chart counts it there, and finds it there; a week is no day."""
        with Archive.open(shutil.copytree(folder, tmp_path / "archive"), read_only=False) as archive:
            assert by_start(archive, Wanted()) == {"2024-01-26": 1, "2024-02": 1, None: 1}
            assert [one.date for one in find(archive, Wanted(dated="2024-01-26"))] == ["2024-01-26/2024-01-27"]
            assert list(find(archive, Wanted(dated="2024-01-27"))) == []
            with archive.writing(), archive.transaction() as db:
                db.execute("UPDATE entries SET date = '2024-01-22/2024-01-28' WHERE date LIKE '2024-01%'")
            assert by_start(archive, Wanted()) == {"2024-01-22/2024-01-28": 1, "2024-02": 1, None: 1}
            found = {
                period: len(list(find(archive, Wanted(dated=period)))) for period in ("2024-01-22", "2024-01", "2024")
            }
            assert found == {"2024-01-22": 0, "2024-01": 1, "2024": 2}

    def test_an_entry_by_the_beginning_of_its_id(self, folder: Path) -> None:
        """A beginning that several share is said with what tells them apart."""
        with Archive.open(folder) as archive:
            one = next(find(archive, Wanted(form="call")))
            assert entry(archive, one.id[:9]) == one
            with pytest.raises(NotFound, match="more than one entry begins with 'e'") as caught:
                entry(archive, "e")
            assert f"{one.id} (2024-02 安东尼·布林肯、王毅)" in caught.value.close
            with pytest.raises(NotFound, match="there is no entry 'nothing'"):
                entry(archive, "nothing")
