"""What commands say they show is what they show, and what they leave out they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from archives import add_with_stories, write_posts
from shilu.archive.store import Archive
from shilu.cli.app import loaded
from shilu.cli.messages import with_copies
from shilu.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path


def said(archive: Path, *words: str) -> str:
    """All that a command prints."""
    return CliRunner().invoke(loaded([words[0]]), [*words, "--archive", str(archive)]).output


def test_statements_stand_in_passages(examples: Path) -> None:
    """Numbers in front count passages; how many statements stand in them is told."""
    answer = said(examples, "quotes", "--limit", "8")
    shown, passages = map(int, re.findall(r"\((\d+) shown, in (\d+) passages\)", answer)[0])
    assert (shown, passages) == (8, len(re.findall(r"^ +\d+ ", answer, re.MULTILINE)))


def test_entries_shown_of_all(examples: Path) -> None:
    """Those without a day are of the whole; each status is told."""
    answer = said(examples, "chronicle", "--limit", "0")
    total = int(re.findall(r"of (\d+) entries", answer)[0])
    undated = sum(line.startswith("?") for line in answer.splitlines())
    assert undated > 0
    few = said(examples, "chronicle", "--limit", "3")
    assert f"3 of {total} entries" in few
    assert f"{undated} without a date" in few
    assert " happened " in answer


def test_a_calendar_says_what_it_leaves_out(examples: Path) -> None:
    """Entries without a day have no place in it."""
    answer = said(examples, "chronicle", "--limit", "0", "--format", "ics")
    total = len(said(examples, "chronicle", "--limit", "0", "--format", "jsonl").splitlines())
    (left_out,) = re.findall(r"no day is told: (\d+)", answer)
    assert answer.count("BEGIN:VEVENT") + int(left_out) == total


def test_copies_are_counted_in_words(tmp_path: Path) -> None:
    """One is no plural, none is nothing; a search says how to see them."""
    assert [with_copies(count) for count in (0, 1, 2)] == ["", "+ 1 copy", "+ 2 copies"]
    text = "海峡城第二条渡轮航线今日开通，首日运送一千二百名乘客，渔民担心航道穿过渔场，市政厅说会补偿。" * 3
    posts = {f"{n}.md": f"https://jia.example/{n}\n新航线\n2024-01-10T08:00:00Z\n{text}" for n in range(2)}
    add_with_stories(tmp_path / "archive", [str(write_posts(tmp_path / "posts", posts))])
    answer = said(tmp_path / "archive", "search", "渡轮")
    assert "+ 1 copy" in answer
    assert "with the words or without; each by itself: --all" in " ".join(answer.split())
    assert "each by itself" not in said(tmp_path / "archive", "search", "渡轮", "--all")


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (bytes(range(256)) * 8, "binary")])
def test_a_file_without_text_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    """It is kept, because it was named; that nothing can be read in it is said."""
    (tmp_path / "x.bin").write_bytes(data)
    answer = said(tmp_path / "archive", "add", str(tmp_path / "x.bin"), "--workers", "1")
    assert f"Posts without a text that can be read: 1 ({code})" in answer


def test_what_is_not_read_yet_is_told_to_be_missing(tmp_path: Path, examples: Path) -> None:
    """An answer made of readings says how many articles have none."""
    posts = {"1.md": "https://jia.example/1\n新航线\n2024-01-10T08:00:00Z\n海峡城渡轮今日开通。"}
    said(tmp_path / "archive", "add", str(write_posts(tmp_path / "posts", posts)), "--workers", "1", "--no-reading")
    for words in (("chronicle",), ("quotes",), ("relations", "美国", "中国")):
        assert "missing here: 1." in said(tmp_path / "archive", *words)
        assert "not read yet" not in said(examples, *words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chronicle", "--place", "东就"), "no article names 东就"),
        (("stories", "--outlet", "没有的报"), "no article of an outlet named"),
        (("chronicle", "--since", "2024-02-30"), "no day, month or year"),
        (("people", "--since", "2024年2月30日"), "wants a day, month or year"),
        (("who", " "), "the name is empty"),
        (("quotes", "--by", ""), "the name is empty"),
        (("quotes", "--via", " "), "the name is empty"),
        (("quotes", "--about", ""), "the name is empty"),
        (("chronicle", "--place", ""), "the name is empty"),
        (("stories", "--person", ""), "the name is empty"),
        (("stories", "--place", ""), "the name is empty"),
        (("stories", "--outlet", ""), "no article of an outlet named ''"),
        (("show", ""), "the id is empty"),
    ],
)
def test_what_is_not_there_is_no_empty_answer(words: tuple[str, ...], told: str, examples: Path) -> None:
    """A mistyped place, outlet or day is told, and what is written alike."""
    run = CliRunner().invoke(loaded([words[0]]), [*words, "--archive", str(examples)])
    assert told in f"{run.output} {run.exception}"
    assert run.exit_code


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("quotes", "--about", "无此人名"), "Wider: without --about;"),
        (("quotes", "无此字句", "--kind", "direct"), "Wider: without some words, --kind;"),
        (("stories", "无此字句"), "Wider: without some words;"),
        (("stories", "--min-outlets", "99"), "Wider: without --min-outlets;"),
    ],
)
def test_words_that_nobody_says_are_an_empty_answer(words: tuple[str, ...], told: str, examples: Path) -> None:
    """They are no unknown name; the hint is to leave out what was given, and nothing else."""
    run = CliRunner().invoke(loaded([words[0]]), [*words, "--archive", str(examples)])
    assert run.exit_code == 0
    assert told in run.output


@pytest.mark.parametrize("command", ["entry", "story"])
def test_a_mistyped_id_leads_to_the_one_that_is_meant(command: str, examples: Path) -> None:
    """One with a wrong character, the beginning of such a one, or one without its letter; none is told to be none."""
    table = {"entry": "entries", "story": "stories"}[command]
    with Archive.open(examples) as opened:
        (ident,) = opened.db.execute(f"SELECT id FROM {table} ORDER BY id LIMIT 1").fetchone()  # noqa: S608
    for typed in (ident[:-1] + "z", ident[:7] + "z", ident[1:]):
        run = CliRunner().invoke(loaded([command]), [command, typed, "--archive", str(examples)])
        assert isinstance(run.exception, NotFound)
        assert ident in run.exception.close
    run = CliRunner().invoke(loaded([command]), [command, "", "--archive", str(examples)])
    assert "the id is empty" in str(run.exception)


def test_days_may_be_written_in_several_ways(examples: Path) -> None:
    """With hyphens, slashes, or in Chinese, they are the same days."""
    ways = ("2024-10-01", "2024/10/1", "2024年10月1日")
    answers = {said(examples, "people", "--since", way, "--format", "jsonl") for way in ways}
    assert len(answers) == 1
    assert answers.pop()
