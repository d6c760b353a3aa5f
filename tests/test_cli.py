"""The commands as a user types them, on an archive of the example posts."""

from __future__ import annotations

import ast
import contextlib
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from shilu.cli import main
from shilu.cli.app import COMMANDS
from shilu.cli.failures import pointed_at
from shilu.cli.messages import catalogue, t, told
from shilu.cli.output import Column, bar, marked, table

ROOT = Path(__file__).parents[1]
POSTS = ROOT / "examples" / "posts"


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs ``shilu`` with these words."""

    def __call__(self, *words: str) -> Outcome:
        """The outcome."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """``shilu`` in this process."""

    def running(*words: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["shilu", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Outcome(int(ended.value.code or 0), *capsys.readouterr())

    return running


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the example posts, made once."""
    folder = tmp_path_factory.mktemp("archives") / "examples"
    words = ["add", str(POSTS), "--no-reading", "--archive", str(folder)]
    subprocess.run([sys.executable, "-c", "from shilu.cli import main; main()", *words], check=True)
    return folder


@pytest.fixture
def archive(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive of the example posts, named by the environment."""
    monkeypatch.setenv("SHILU_ARCHIVE", str(built))
    return built


def hits(outcome: Outcome) -> list[dict[str, object]]:
    """The hits of a search in JSON lines."""
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_help_lists_every_command(run: Run) -> None:
    """``shilu --help`` names every command with its summary, the options and the exit codes."""
    outcome = run("--help")
    assert outcome.code == 0
    assert all(name in outcome.out for name in COMMANDS)
    assert "Exit codes" in outcome.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    """``shilu COMMAND --help`` explains itself and shows how it is typed."""
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert f"$ shilu {name}" in outcome.out


@pytest.mark.parametrize("language", ["en", "zh", "zh_TW"])
def test_no_help_is_cut_or_half_translated(language: str) -> None:
    """A terminal of 80 cells has all that a wide one has; in Chinese typer's own words are Chinese, too."""
    code = (
        "from shilu.cli.app import COMMANDS, loaded\n"
        "app = loaded(COMMANDS)\n"
        "for words in [], *([name] for name in COMMANDS): app([*words, '--help'], standalone_mode=False)"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "SHILU_LANG": language, "COLUMNS": columns, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for columns in ("80", "400")
    ]
    narrow, wide = printed
    assert max(map(cell_len, narrow.splitlines())) <= 80
    assert narrow.count("…") == wide.count("…")
    english = (
        "Usage",
        "OPTIONS",
        "COMMAND",
        "Arguments",
        "Options",
        "Commands",
        "default",
        "required",
        "Show",
        "Install",
    )
    assert [word for word in english if word in wide] == ([] if language != "en" else list(english))


def test_an_option_behind_the_dashes_is_told(run: Run) -> None:
    """Behind ``--`` all are words: an option there is a slip, and the message says where it belongs."""
    outcome = run("search", "--", "会谈", "--limit", "1")
    assert outcome.code == 2
    assert "--limit must stand before the --" in outcome.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("serch", "王毅"), "search"),
        (("stauts",), "status"),
        (("search", "x", "--outlt"), "--outlet"),
        (("search", "x", "-n", "3"), "--limit"),
    ],
)
def test_a_mistyped_name_offers_the_right_one(run: Run, words: tuple[str, ...], meant: str) -> None:
    """A command or option that does not exist is answered with the one that was meant."""
    outcome = run(*words)
    assert outcome.code == 2
    assert meant in outcome.err


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (
            ("chronicle", "--archve", "x"),
            "no option --archve\nSimilar: --archive\n",
            "没有选项 --archve\n相近的：--archive\n",
        ),
        (("stories", "--json"), "no option --json\nHelp:", "没有选项 --json\n用法："),
        (("serch",), "no command serch\nSimilar: search\n", "没有命令 serch\n"),
        (("chronicle", "--type", "CONSUL"), "does not know CONSUL\nSimilar: CONSULT\nOne of: AGREE, ", "可选：AGREE、"),
        (("chronicle", "--status", "hapened"), "Similar: happened\nOne of: happened, ", "相近的：happened\n"),
        (
            ("chronicle", "--type", "会谈"),
            "belongs to --form talks\nOne of: ",
            "它属于 --form talks\n可选：同意、",
        ),
        (("chronicle", "--form", "PLANNED"), "belongs to --status planned", "它属于 --status planned"),
        (("chronicle", "--type", "ARREST"), "belongs to --mode arrest", "它属于 --mode arrest"),
        (("relations", "a", "b", "--status", "会谈"), "know 会谈\nOne of: happened, ", "值\n可选：已发生、"),
        (("chronicle", "--limit", "x"), "--limit wants a number", "--limit 要用数字"),
        (("chronicle", "--limit", "-1"), "--limit is 0 or more", "--limit 至少为 0"),
        (("serve", "--port", "99999"), "--port is 65535 at most", "--port 至多为 65535"),
        (("chronicle", "--since", "2021-13"), "--since: 2021-13 is no day", "--since: 2021-13 不是"),
        (("chronicle", "--type"), "--type needs a value", "--type 后面要有值"),
        (("show",), "ID|URL is missing", "缺少 ID|URL"),
        (("show", "a", "b"), "too many words: b\nIt is written: ", "词太多：b\n写法："),
        (("compare", "a", "b"), "shilu compare ID [--outlets ", "shilu compare ID [--outlets "),
        (
            ("relations", "甲", "--with", "乙"),
            "without an option: shilu relations 甲 乙\n",
            "用选项：shilu relations 甲 乙\n",
        ),
    ],
)
def test_mistakes_in_a_command_are_told_in_our_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], english: str, chinese: str
) -> None:
    """In English and Chinese: what is wrong, what is close to it, and where the help is."""
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert english in outcome.err
    assert outcome.err.endswith("--help\n")
    monkeypatch.setenv("SHILU_LANG", "zh")
    assert chinese in run(*words).err


def test_the_archive_is_named_before_or_after_the_command(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """``--archive`` works on both sides, the later wins; then SHILU_ARCHIVE, then ./shilu-archive."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SHILU_ARCHIVE", raising=False)
    assert run("--archive", str(built), "search", "王毅").code == 0
    assert run("search", "王毅", "--archive", str(built)).code == 0
    assert run("--archive", "nowhere", "search", "王毅", "--archive", str(built)).code == 0
    missing = run("search", "王毅")
    assert (missing.code, "there is no archive in shilu-archive" in missing.err) == (4, True)


@pytest.mark.usefixtures("archive")
class TestSearch:
    """``shilu search``."""

    def test_hits_are_shown_with_marks_and_reasons(self, run: Run) -> None:
        """A hit shows title, outlet, day, id, a piece of text with marks, and why it was found."""
        outcome = run("search", "布林肯", "老撾", "--limit", "1")
        assert "«布林肯»" in outcome.out
        assert "老撾 in the" in outcome.out
        assert "as 老挝" in outcome.out
        assert "shilu show" in outcome.err

    def test_words_with_a_minus_are_part_of_the_query(self, run: Run) -> None:
        """``-word`` excludes, also as a word of its own on the command line."""
        everything = {hit["id"] for hit in hits(run("search", "王毅", "--limit", "0", "--format", "jsonl"))}
        without = {hit["id"] for hit in hits(run("search", "王毅", "-北京", "--limit", "0", "--format", "jsonl"))}
        assert without < everything

    def test_both_scripts_find_the_same(self, run: Run) -> None:
        """A query in 繁體 finds what the query in 简体 finds."""
        simplified = hits(run("search", "会谈", "--limit", "0", "--format", "jsonl"))
        traditional = hits(run("search", "會談", "--limit", "0", "--format", "jsonl"))
        assert [hit["id"] for hit in simplified] == [hit["id"] for hit in traditional]

    def test_exact_script_counts_what_it_leaves_out(self, run: Run) -> None:
        """With folding off the other spelling is counted, not found."""
        outcome = run("search", "會谈", "--exact-script")
        assert "Nothing found" in outcome.out
        assert "more have it in other characters" in outcome.out

    def test_relaxing_is_said(self, run: Run) -> None:
        """When no article has all words the answer says so."""
        assert "No article has all the words" in run("search", "王毅", "火星人").out

    def test_csv_begins_with_the_id(self, run: Run) -> None:
        """CSV rows can be cut at the first comma to get an id."""
        rows = list(csv.DictReader(io.StringIO(run("search", "王毅", "--format", "csv", "--limit", "3").out)))
        assert len(rows) == 3
        assert next(iter(rows[0])) == "id"

    def test_json_tells_what_was_done(self, run: Run) -> None:
        """The JSON answer has the total, and whether the words were relaxed."""
        answer = json.loads(run("search", "王毅", "--format", "json", "--limit", "1").out)
        assert answer["total"] > 1
        assert answer["relaxed"] is False
        assert answer["hits"][0]["why"][0]["term"] == "王毅"

    def test_a_broken_query_is_pointed_at(self, run: Run) -> None:
        """The caret stands below the place, two cells for each Chinese character."""
        outcome = run("search", "王毅 “布林肯")
        lines = outcome.err.splitlines()
        assert outcome.code == 2
        assert lines[1:3] == ["  王毅 “布林肯", " " * 7 + "^"]

    def test_an_unknown_outlet_offers_a_similar_one(self, run: Run) -> None:
        """A mistyped outlet has its own exit code and close matches."""
        outcome = run("search", "王毅", "--outlet", "江门电台")
        assert outcome.code == 6
        assert "江声电台" in outcome.err


@pytest.mark.usefixtures("archive")
class TestShow:
    """``shilu show``."""

    @pytest.fixture
    def revised(self, run: Run) -> str:
        """The id of the example that was updated under a new title."""
        return str(hits(run("search", "title:曼谷谈了两天", "--format", "jsonl"))[0]["id"])

    def test_fields_evidence_and_text(self, run: Run, revised: str) -> None:
        """The terminal shows the title, what says when it was published, and the text."""
        outcome = run("show", revised[:8])
        assert outcome.out.startswith("白宫")
        assert "from the" in outcome.out
        assert "2 of 2" in outcome.out

    def test_revisions_are_listed(self, run: Run, revised: str) -> None:
        """Each revision is a row, oldest first."""
        rows = json.loads(run("show", revised, "--revisions", "--format", "json").out)
        assert [row["revision"] for row in rows] == [1, 2]
        assert [len(row["sha256"]) for row in rows] == [64, 64]

    def test_a_diff_shows_both_titles(self, run: Run, revised: str) -> None:
        """What was and what is now stand below each other."""
        lines = run("show", revised, "--diff").out.splitlines()
        assert sum(line.startswith("-# ") for line in lines) == 1
        assert sum(line.startswith("+# ") for line in lines) == 1

    def test_a_diff_since_the_last_revision_says_so(self, run: Run, revised: str) -> None:
        """Nothing follows the last revision, which is told rather than left empty."""
        outcome = run("show", revised, "--diff", "--revision", "2")
        assert (outcome.out, outcome.err) == ("", "Revision 2 is the last one.\n")

    def test_raw_gives_the_bytes_as_received(self, run: Run, revised: str) -> None:
        """``--raw`` prints the file as it was added."""
        row = json.loads(run("show", revised, "--revisions", "--format", "json").out)[0]
        assert run("show", revised, "--raw", "--revision", "1").out.encode() == (POSTS / row["path"]).read_bytes()

    def test_json_is_the_reading_contract(self, run: Run, revised: str) -> None:
        """The JSON form has the keys of the contract."""
        shown = json.loads(run("show", revised, "--format", "json").out)
        assert {"source", "id", "blocks", "people", "events", "problems"} <= shown.keys()

    def test_an_unknown_id_is_said(self, run: Run) -> None:
        """An id that is not there has its own exit code."""
        outcome = run("show", "ffffffffffff")
        assert outcome.code == 6
        assert "there is no article" in outcome.err


class TestRead:
    """``shilu read``: no archive needed."""

    def test_a_folder_gives_one_line_for_each_post(self, run: Run) -> None:
        """Every post of a folder is one object, named by the path the user gave."""
        lines = hits(run("read", str(POSTS), "--no-names", "--workers", "1"))
        assert len(lines) == len(list(POSTS.rglob("*.md")))
        assert all(Path(line["source"]["path"]).is_file() for line in lines)  # type: ignore[index]

    def test_a_file_keeps_its_path(self, run: Run) -> None:
        """A single file is named as it was typed."""
        file = str(next(POSTS.rglob("*.md")))
        (line,) = hits(run("read", file, "--no-names"))
        assert line["source"]["path"] == file  # type: ignore[index]

    def test_a_missing_file_is_said(self, run: Run) -> None:
        """A source that is not there has its own exit code."""
        assert run("read", "no-such-file.md").code == 3


def test_adding_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    """The second ``add`` of the same posts finds all of them known."""
    words = ("add", str(POSTS / "haixia"), "--no-reading", "--workers", "1", "--archive", str(tmp_path / "a"))
    first, second = run(*words), run(*words)
    assert (first.code, second.code) == (0, 0)
    assert "new articles: 0, new revisions: 0," in second.out


def test_an_archive_is_read_again_without_its_sources(run: Run, tmp_path: Path) -> None:
    """``add --reread`` alone reads what is kept; without an archive or sources it says what it needs."""
    where = ("--workers", "1", "--archive", str(tmp_path / "a"))
    assert run("add", "--reread", *where).code == 4
    assert run("add", *where).code == 2
    count = len(list((POSTS / "haixia").rglob("*.md")))
    run("add", str(POSTS / "haixia"), "--no-reading", *where)
    again = run("add", "--reread", *where)
    assert again.code == 0
    assert f"Documents read again from their bytes: {count}." in again.out
    assert f"Articles read for names, times and events: {count}." in again.out


def test_status_counts_and_draws_bars(run: Run, archive: Path) -> None:
    """The terminal shows counts with bars; JSON and CSV hold the same numbers."""
    assert archive.is_dir()
    shown = run("status").out
    assert "海峽晚報" in shown
    assert "█" in shown
    counts = json.loads(run("status", "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(run("status", "--format", "csv").out)))
    assert {row["name"]: row["count"] for row in rows if row["of"] == "archive"}["articles"] == str(counts["articles"])


def test_verify_tells_by_its_exit_code(run: Run, built: Path, tmp_path: Path) -> None:
    """All well is 0; bytes that cannot be unpacked any more are named, with a code of their own."""
    copy = shutil.copytree(built, tmp_path / "copy")
    well = run("verify", "--archive", str(copy))
    assert (well.code, " 0 changed" in well.out) == (0, True)
    with contextlib.closing(sqlite3.connect(copy / "shilu.db")) as db:
        db.execute("UPDATE snapshot_bytes SET bytes = x'00' WHERE snapshot = 1")
        db.commit()
    broken = run("verify", "--archive", str(copy), "--format", "jsonl")
    assert (broken.code, json.loads(broken.out)["kind"]) == (10, "unverifiable")


def test_reindex_says_how_many(run: Run, archive: Path) -> None:
    """``shilu reindex`` builds the index anew."""
    assert archive.is_dir()
    assert "articles indexed" in run("reindex").err


def test_chinese_is_spoken_where_asked_for(built: Path) -> None:
    """SHILU_LANG=zh turns help, answers and errors to Chinese."""
    code = "from shilu.cli import main; main()"
    environment = {**os.environ, "SHILU_LANG": "zh", "SHILU_ARCHIVE": str(built), "PYTHONUTF8": "1"}

    def spoken(*words: str) -> str:
        done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, env=environment, check=False)
        return (done.stdout + done.stderr).decode()

    assert "检索档案" in spoken("--help")
    assert "命中：" in spoken("search", "王毅")
    assert "没有配对" in spoken("search", "“王毅")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_answer_sent_to_a_full_disk_is_told(built: Path) -> None:
    """Where the answer cannot be written, one line says so and the exit code tells."""
    code = "from shilu.cli import main; main()"
    words = [sys.executable, "-c", code, "status", "--archive", str(built)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert "cannot be written: No space left on device" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def _texts() -> set[str]:
    """Every text that the commands say through ``t``."""
    return {
        call.args[0].value
        for file in (ROOT / "src" / "shilu" / "cli").glob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "t"
        if call.args and isinstance(call.args[0], ast.Constant)
    }


def test_every_text_has_its_chinese() -> None:
    """No text of a command lacks its translation, and placeholders are the same on both sides."""
    spoken = catalogue()
    assert sorted(_texts() - spoken.keys()) == []
    assert [text for text in _texts() if sorted(_placeholders(text)) != sorted(_placeholders(spoken[text]))] == []


def _placeholders(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def test_messages_of_the_library_are_told_by_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """Values of a finished message are read back and put into the Chinese one."""
    monkeypatch.setenv("SHILU_LANG", "zh_CN.UTF-8")
    assert told("there is no archive in /data/news") == "/data/news 中没有档案"
    assert told("something else") == "something else"


@pytest.mark.parametrize(("language", "expected"), [("zh_TW", "檔案"), ("zh-Hant", "檔案"), ("zh_SG.UTF-8", "档案")])
def test_messages_are_written_in_the_script_of_the_language(
    monkeypatch: pytest.MonkeyPatch, language: str, expected: str
) -> None:
    """繁體 for Taiwan and Hong Kong; what the user wrote stays as it is."""
    monkeypatch.setenv("SHILU_LANG", language)
    assert told("there is no archive in /data/国") == f"/data/国 中{'沒有' if expected == '檔案' else '没有'}{expected}"
    assert t("{shown:,} of {total:,} entries", shown=1, total=2).endswith("條" if expected == "檔案" else "条")


@pytest.mark.parametrize(
    ("query", "position", "cells"), [("王毅 titel:x", 3, 7), ("abc", 1, 3), ("「王毅", 0, 2), ("ａｂ -", 3, 7)]
)
def test_the_caret_stands_below_the_place(query: str, position: int, cells: int) -> None:
    """Chinese and full-width characters are two cells wide."""
    assert pointed_at(query, position)[1] == " " * cells + "^"


def test_tables_are_measured_in_cells() -> None:
    """Rows of Chinese and Latin text end at the same cell, and only wide columns are cut."""
    columns = (Column("a", "名"), Column("b", "b", wide=True), Column("n", "n", right=True))
    rows = [{"a": "自由亚洲电台", "b": "长" * 50, "n": 1234}, {"a": "VOA", "b": "x", "n": 5}]
    built = table(rows, columns, 60)
    widths = [column.width for column in built.columns]
    assert (widths[0], widths[2]) == (12, 5)
    assert sum(width or 0 for width in widths) + 2 * (len(widths) - 1) <= 60


def test_no_id_is_cut_where_the_room_is_short() -> None:
    """Wide columns give way first; then lines run over the edge, but what is to be typed stays whole."""
    columns = [Column("title", "title", wide=True), Column("outlet", "outlet"), Column("id", "id")]
    rows = [{"title": "外长会谈的经过" * 4, "outlet": "海峽晚報", "id": "7fbe56bff48b3ee3"}]
    for width in (60, 40, 20):
        file = io.StringIO()
        Console(file=file, width=width).print(table(rows, columns, width), crop=False)
        assert "7fbe56bff48b3ee3" in file.getvalue()
        assert "海峽晚報" in file.getvalue()
        if width > 38:
            assert max(map(cell_len, file.getvalue().splitlines())) <= width


def test_marks_without_colours_are_written() -> None:
    """Where there are no colours, marks become guillemets."""
    assert marked("美国国务卿", [(2, 5)], colours=False).plain == "美国«国务卿»"
    assert marked("美国国务卿", [(2, 5)], colours=True) == Text.assemble("美国", ("国务卿", "bold yellow"))


@pytest.mark.parametrize(("value", "cells"), [(0, 0), (1, 1), (50, 5), (100, 10)])
def test_bars_show_anything_above_nothing(value: int, cells: int) -> None:
    """A bar is as long as its share; the smallest value still shows."""
    assert cell_len(bar(value, 100, 10)) == cells


def test_help_answers_without_the_heavy_libraries() -> None:
    """``shilu --help`` loads neither the index, the tagger's runtime, numpy nor an HTML parser."""
    code = (
        "import sys; from shilu.cli.app import loaded; loaded(['--help']);"
        "print([m for m in ('tantivy','numpy','onnxruntime','opencc','selectolax','trafilatura') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
