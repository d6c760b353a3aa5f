"""``shilu chronicle``, ``entry`` and ``relations`` as users meet them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from archives import simple_reader, write_posts
from shilu.archive.add import add
from shilu.archive.readings import Step
from shilu.cli import main
from shilu.cli.annals import columns
from shilu.records import Party
from tellings import BLINKEN, CHINA, JAPAN, LAVROV, SULLIVAN, US, WANG, event, telling_post, telling_step

if TYPE_CHECKING:
    from pathlib import Path

KAMIKAWA = Party("p.yoko-kamikawa", "上川阳子")


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs ``shilu`` with these words."""

    def __call__(self, *words: str) -> Outcome:
        """The outcome."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a handful of deeds, one told by two outlets that differ, one planned for years to come."""
    place = tmp_path_factory.mktemp("annals")
    both = (BLINKEN, WANG)
    first = msgspec.structs.replace(event(both, "2024-02-16", place="慕尼黑"), start=5, end=12)
    posts = {
        "a.md": telling_post(1, "jia", "2024-02-17", first, text="清晨下雨。" + first.text + "，谈了很久。雨停了。"),
        "b.md": telling_post(2, "yi", "2024-02-18", event(both, "2024-02-17", place="柏林")),
        "c.md": telling_post(
            3,
            "jia",
            "2024-02-19",
            event((SULLIVAN,), "2024-02-18", recipients=(JAPAN,), form="visit", place="东京"),
            event((US,), "2024-02-18", recipients=(CHINA,), kind="SANCTION", text="美国制裁中国企业"),
            event(both, "2029-05-01", status="planned"),
        ),
    }
    folder = place / "archive"
    step = Step("telling.v1", telling_step)
    add(folder, [str(write_posts(place / "posts", posts))], workers=1, reader=simple_reader, step=step)
    return folder


@pytest.fixture
def run(archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``shilu`` in this process, on that archive."""

    def running(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["shilu", *words, "--archive", str(archive)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Outcome(int(ended.value.code or 0), *capsys.readouterr())

    return running


def test_the_annal_is_by_day_and_fits(run: Run) -> None:
    """Days rise, lines hold 100 cells, what is planned for years to come is counted and not shown."""
    found = run("chronicle")
    lines = found.out.splitlines()
    days = [line.split()[0] for line in lines[1:]]
    assert days == sorted(days) == ["2024-02-16", "2024-02-18", "2024-02-18"]
    assert all(cell_len(line.rstrip()) <= 100 for line in lines)
    assert any("沙利文 → 日本" in line for line in lines)
    assert "1 more dated after the last report (2024-02-" in found.err


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (("川普",), []),
        (("Blinken", "--with", "王毅"), ["2024-02-16", "2029-05-01"]),
        (("美国", "--type", "consult"), ["2024-02-16", "2024-02-18", "2029-05-01"]),
        (("--type", "SANCTION"), ["2024-02-18"]),
        (("--status", "planned"), ["2029-05-01"]),
        (("--status", "planned", "--status", "Happened", "--type", "CONSULT", "布林肯"), ["2024-02-16", "2029-05-01"]),
        (("--place", "東京"), ["2024-02-18"]),
        (("--place", "日本"), ["2024-02-18"]),
        (("--about", "談了很久"), ["2024-02-16"]),
        (("--about", " 談了很久 布林肯 "), ["2024-02-16"]),
        (("--about", "谈了很久 -布林肯"), []),
        (("--about", "谈了很久布林肯"), []),
        (("--about", "谈了很久", "--type", "SANCTION"), []),
        (("--since", "2024-02-17", "--until", "2024-02"), ["2024-02-18", "2024-02-18"]),
        (("--min-sources", "2"), ["2024-02-16"]),
        (("--form", "visit"), ["2024-02-18"]),
    ],
)
def test_filters(run: Run, words: tuple[str, ...], dates: list[str]) -> None:
    """Names in any rendering, states for their officials, types in any case, places in either script."""
    found = run("chronicle", *words, "--format", "jsonl", "--limit", "0")
    assert [json.loads(line)["date"] for line in found.out.splitlines()] == dates


@pytest.mark.parametrize(
    ("words", "date"),
    [
        (("--type", "制裁"), "2024-02-18"),
        (("--form", "访问"), "2024-02-18"),
        (("--status", "計劃"), "2029-05-01"),
        (("--type", "sanction", "--status", "Happened"), "2024-02-18"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_filters_take_codes_and_words_in_every_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...], date: str
) -> None:
    """Codes in any case, English words, and Chinese ones in either script."""
    monkeypatch.setenv("SHILU_LANG", language)
    found = run("chronicle", *words, "--format", "csv", "--limit", "0").out
    assert [row["date"] for row in csv.DictReader(io.StringIO(found))] == [date]


@pytest.mark.parametrize(
    "words",
    [
        ("search", "会晤", "--sort", "最新", "--format", "表格"),
        ("quotes", "--kind", "间接"),
        ("stories", "--sort", "媒體最多"),
        ("chronicle", "--format", "日历"),
        ("entry", "e", "--limit", "1", "--format", "文本"),
    ],
)
def test_every_choice_takes_its_word(run: Run, words: tuple[str, ...]) -> None:
    """Orders, kinds and formats, too."""
    assert "does not know" not in run(*words).err


def test_csv_and_calendar(run: Run) -> None:
    """CSV has codes and whole ids; a calendar has one event for each dated entry, with an address."""
    row = next(csv.DictReader(io.StringIO(run("chronicle", "--format", "csv").out)))
    assert (row["type"], row["form"], row["status"], len(row["id"])) == ("CONSULT", "meeting", "happened", 13)
    sanction = run("chronicle", "--format", "csv", "--type", "SANCTION").out
    assert [(row["actors"], row["recipients"]) for row in csv.DictReader(io.StringIO(sanction))] == [("美国", "中国")]
    calendar = run("chronicle", "--format", "ics", "--limit", "0").out
    assert calendar.count("BEGIN:VEVENT") == calendar.replace("\r\n ", "").count("\\nhttps://jia.example/") == 4
    plover = [json.loads(line) for line in run("chronicle", "--format", "plover", "--limit", "0").out.splitlines()]
    assert sorted(record["event"][0] for record in plover) == ["CONSULT", "CONSULT", "CONSULT", "SANCTION"]


def test_a_row_of_csv_has_its_proof(run: Run) -> None:
    """The telling with its whole sentence and address, dates and history with outlets, what differs by sides."""
    row = next(csv.DictReader(io.StringIO(run("chronicle", "--min-sources", "2", "--format", "csv").out)))
    telling = ("甲报", "2024-02-17", "https://jia.example/1", "布林肯会晤王毅", "布林肯会晤王毅，谈了很久。")
    assert tuple(row[name] for name in ("outlet", "published", "url", "words", "sentence")) == telling
    assert run("show", row["article"]).out.startswith("第1条消息")
    assert (row["articles"], row["dates"]) == ("2", "2024-02-16 甲报; 2024-02-17 乙报")
    assert row["history"] == "happened 2024-02-17 甲报"
    assert row["differ"] == "date: 2024-02-16 甲报 | 2024-02-17 乙报; place: 慕尼黑 甲报 | 柏林 乙报"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "ics", "plover"])
def test_every_form_says_what_is_left_out(run: Run, form: str) -> None:
    """Beside the answer: what lies ahead, and what the limit cut."""
    found = run("chronicle", "--limit", "2", "--format", form)
    assert (
        "2 of 4 entries · earlier ones: --until, or --limit 0 for all · 1 more dated after the last report" in found.err
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("chronicle", "王意"), 6, "no article names 王意"),
        (("chronicle", "--since", "yesterday"), 2, "is no day, month or year"),
        (("chronicle", "--since", "2024-03", "--until", "2024-02"), 2, "ends before it begins"),
        (("stories", "--since", "2024-03", "--until", "2024-02"), 2, "ends before it begins"),
        (("chronicle", "--type", "CONSULTING"), 2, "CONSULT"),
        (("chronicle", "--about", " "), 2, "the query is empty"),
        (("chronicle", "--about", "title:北京"), 2, "found by its words alone"),
        (("entry", "e0000"), 6, "there is no entry 'e0000'"),
        (("entry", "zzz"), 6, "An id begins with e and stands last in a line of `shilu chronicle`"),
        (("relations", "布林肯", "Blinken"), 2, "are one"),
        (("chronicle", "布林肯", "--with", "Blinken"), 2, "are one"),
    ],
)
def test_wrong_words_are_told(run: Run, words: tuple[str, ...], code: int, message: str) -> None:
    """One message that says what is wrong, and what there is."""
    found = run(*words)
    assert (found.code, message in " ".join(found.err.replace("│", "").split())) == (code, True)


def test_an_id_of_something_else_names_its_command(run: Run) -> None:
    """An entry is not shown as an article, nor an article as an entry."""
    entry = json.loads(run("chronicle", "--min-sources", "2", "--format", "jsonl").out)
    ident, article = entry["id"], entry["articles"][0]
    for command in ("show", "compare", "story"):
        assert f"An entry of the chronicle has this id: `shilu entry {ident[:8]}`" in run(command, ident[:8]).err
    assert f"An article has this id: `shilu show {article}`" in run("entry", article).err
    assert f"An article has this id: `shilu show {article}`" in run("story", article).err


def test_a_narrow_table_keeps_who_met_whom(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of sixty cells place and differences are left out, both names are not."""
    monkeypatch.setattr("shilu.cli.chronicle.stdout", lambda: Console(width=60))
    found = run("chronicle", "--min-sources", "2")
    assert ("布林肯、王毅" in found.out, "慕尼黑" in found.out) == (True, False)


def test_an_empty_answer_says_how_to_widen_it(run: Run) -> None:
    """No table, and a hint."""
    empty = run("chronicle", "--status", "denied")
    assert "No entry (undated acts make none). Wider" in empty.err
    assert not empty.out
    assert "without --about;" in run("chronicle", "--about", "无此字句").err
    assert "without --place, --since;" in run("chronicle", "--place", "布鲁塞尔", "--since", "2030").err


def test_an_entry_has_every_sentence_and_difference(run: Run) -> None:
    """Sentences with their outlets, the differences with their sides, and the way to the article."""
    ident = json.loads(run("chronicle", "--min-sources", "2", "--format", "jsonl").out)["id"]
    found = run("entry", ident[:7])
    assert "安东尼·布林肯、王毅 · meeting" in found.out
    assert "differ: date" in found.out
    assert "differ: place" in found.out
    assert "2 independent · articles: 2 · " in found.out
    assert "  «布林肯会晤王毅»，谈了很久。\n" in found.out
    assert "  «布林肯会晤王毅»\n" in found.out
    assert "… and 1 more" in run("entry", ident, "--limit", "1").err
    data = json.loads(run("entry", ident, "--format", "json").out)
    assert [one["outlet"] for one in data["evidence"]] == ["甲报", "乙报"]
    assert [one["sentence"] for one in data["evidence"]] == ["布林肯会晤王毅，谈了很久。", "布林肯会晤王毅"]


def test_of_many_sentences_those_are_shown_that_tell_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not the forecast that was reported first, but the account of the deed; of several what its history names."""
    plan, deed = (event((BLINKEN, WANG), "2024-02-16", status=s) for s in ("planned", "happened"))
    days = (("2024-02-14", plan), ("2024-02-17", deed), ("2024-02-18", deed))
    posts = {f"{n}.md": telling_post(n, who, *days[n - 1]) for n, who in ((1, "jia"), (2, "yi"), (3, "yi"))}
    folder, step = tmp_path / "archive", Step("telling.v1", telling_step)
    add(folder, [str(write_posts(tmp_path / "posts", posts))], workers=1, reader=simple_reader, step=step)

    def printed(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["shilu", *words, "--archive", str(folder)])
        with pytest.raises(SystemExit):
            main()
        return capsys.readouterr().out

    found = json.loads(printed("chronicle", "--format", "jsonl"))
    shown = printed("entry", found["id"], "--limit", "1")
    assert "2024-02-17  乙报  happened" in shown
    assert "2024-02-14  甲报" not in shown
    shown = printed("entry", found["id"], "--limit", "2")
    assert ("2024-02-14  甲报  planned" in shown, "2024-02-18" in shown) == (True, False)
    (row,) = csv.DictReader(io.StringIO(printed("chronicle", "--format", "csv")))
    assert (row["status"], row["published"], row["outlet"]) == ("happened", "2024-02-17", "乙报")
    assert row["history"] == "planned 2024-02-14 甲报; happened 2024-02-17 乙报"


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``shilu`` on an archive of plans before and after its last report, of 2024-02-19."""
    days = ("2024-01-05", "2024-02-01", "2024-02-20", "2024-03-20", "2030-01-01")
    told = [event((BLINKEN, WANG), day, status="planned") for day in days]
    month = event((SULLIVAN, LAVROV), "2024-02", status="planned")
    expected = event((SULLIVAN, WANG), "2024-02-25", status="expected")
    post = telling_post(1, "jia", "2024-02-19", *told, month, expected)
    folder, step = tmp_path / "archive", Step("telling.v1", telling_step)
    add(folder, [str(write_posts(tmp_path / "posts", {"a.md": post}))], workers=1, reader=simple_reader, step=step)

    def running(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["shilu", *words, "--archive", str(folder)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Outcome(int(ended.value.code or 0), *capsys.readouterr())

    return running


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (("--limit", "1"), ["2024-02-20"]),
        (("--limit", "2"), ["2024-02", "2024-02-20"]),
        (("--limit", "5"), ["2024-02", "2024-02-01", "2024-02-20", "2024-03-20", "2030-01-01"]),
        (("--limit", "2", "--status", "expected"), ["2024-02-20", "2024-02-25"]),
        (("--limit", "1", "--status", "happened"), ["2030-01-01"]),
    ],
)
def test_of_plans_the_next_are_shown(plans: Run, words: tuple[str, ...], dates: list[str]) -> None:
    """As seen from the last report: the nearest to come, then those that were nearest before; printed by day."""
    found = plans("chronicle", "--status", "planned", *words, "--format", "jsonl")
    assert [json.loads(line)["date"] for line in found.out.splitlines()] == dates


def test_an_entry_counts_tellings_and_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One article may tell a deed in two sentences; where each tells it once, articles alone are counted."""
    met = event((BLINKEN, WANG), "2024-02-16")
    twice = [met, msgspec.structs.replace(met, block=1)]
    posts = {"a.md": telling_post(1, "jia", "2024-02-17", *twice), "b.md": telling_post(2, "yi", "2024-02-17", met)}
    folder, step = tmp_path / "archive", Step("telling.v1", telling_step)
    add(folder, [str(write_posts(tmp_path / "posts", posts))], workers=1, reader=simple_reader, step=step)
    monkeypatch.setattr(sys, "argv", ["shilu", "entry", "e", "--archive", str(folder)])
    with pytest.raises(SystemExit):
        main()
    assert "2 independent · 3 tellings of 2 articles · " in capsys.readouterr().out


def test_an_entry_of_a_visit_names_the_hosts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whom the visitor met there, as the same article tells; and the visit is found by a host's name."""
    visit = event((SULLIVAN,), "2024-02-18", recipients=(JAPAN,), form="visit", place="东京")
    post = telling_post(1, "jia", "2024-02-19", visit, event((SULLIVAN, KAMIKAWA), "2024-02-18", place="东京"))
    folder, step = tmp_path / "archive", Step("telling.v1", telling_step)
    add(folder, [str(write_posts(tmp_path / "posts", {"a.md": post}))], workers=1, reader=simple_reader, step=step)
    told = ("chronicle", "上川阳子", "--form", "visit", "--format", "jsonl", "--archive", str(folder))
    monkeypatch.setattr(sys, "argv", ["shilu", *told])
    with pytest.raises(SystemExit):
        main()
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert [party["name"] for party in found["parties"] if party["role"] == "host"] == ["上川阳子"]
    monkeypatch.setattr(sys, "argv", ["shilu", "entry", found["id"], "--archive", str(folder)])
    with pytest.raises(SystemExit):
        main()
    assert "hosts  上川阳子" in capsys.readouterr().out


def test_relations_count_by_month_and_form(run: Run) -> None:
    """Months with their forms, and the list."""
    found = run("relations", "美国", "中国")
    assert [line.split()[:2] for line in found.out.splitlines()[1:3]] == [["2024-02", "1"], ["2029-05", "1"]]
    assert "2 of 2 encounters" in found.err
    rows = list(csv.DictReader(io.StringIO(run("relations", "布林肯", "王毅", "--format", "csv").out)))
    assert [(row["month"], row["meeting"], row["entries"]) for row in rows] == [
        ("2024-02", "1", "1"),
        ("2029-05", "1", "1"),
    ]
    assert "No encounter of both" in run("relations", "日本", "王毅").err
    assert "1 of 1 encounters" in run("relations", "美国", "中国", "--status", "happened").err


def test_chinese_is_spoken(run: Run, archive: Path) -> None:
    """Labels and remarks are in Chinese where that is asked for; texts are chosen when a command is loaded."""
    run("chronicle")  # which brings the chronicle up to date
    code = "from shilu.cli import main; main()"
    words = [sys.executable, "-c", code, "chronicle", "--archive", str(archive)]
    environment = {**os.environ, "SHILU_LANG": "zh", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words, env=environment, capture_output=True, check=True)
    assert "会晤" in done.stdout.decode()
    assert "条中的" in done.stderr.decode()
    calendar = subprocess.run([*words, "--format", "ics"], env=environment, capture_output=True, check=True).stdout
    assert "· 会晤" in calendar.decode().replace("\r\n ", "")


def test_a_wide_table_has_the_words_of_a_telling() -> None:
    """From 120 cells on, beside who it was; below there is no room."""
    assert [column.key for column in columns(120) if column.key not in [one.key for one in columns(119)]] == ["words"]
