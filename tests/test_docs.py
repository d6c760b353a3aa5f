"""What the documentation lists is what the code has."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from shilu import records
from shilu.outlets.post import parse_post
from shilu.sources import snapshots

ROOT = Path(__file__).parents[1]
_CODE = re.compile(
    r'Problem\(\s*(?:field=)?"[a-z]+",\s*(?:code=)?"([a-z0-9-]+)"'
    r'|(?:unread|_unreadable|_note|_failed)\([^)]*?"([a-z]+(?:-[a-z0-9]+)+)"'
)


def _codes() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
    return {code for match in _CODE.finditer(text) for code in match.groups() if code}


def test_every_problem_code_is_documented() -> None:
    """A code that the program records is explained in docs/problems.md."""
    documented = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert len(_codes()) > 15
    assert not {code for code in _codes() if f"`{code}`" not in documented}


@pytest.mark.parametrize("record", [records.Article, records.Reading])
def test_every_field_is_documented(record: type[msgspec.Struct]) -> None:
    """A field that is printed is explained in docs/fields.md."""
    documented = (ROOT / "docs" / "fields.md").read_text("utf-8")
    internal = {"path", "sha256", "reader", "tags", "article", "topics"}
    names = {field.name for field in msgspec.structs.fields(record)} - internal
    assert not {name for name in names if f"`{name}`" not in documented}


def test_every_field_of_an_entry_is_documented() -> None:
    """A field of the chronicle's entries, and a point on which they may differ, is explained in docs/chronicle.md."""
    documented = (ROOT / "docs" / "chronicle.md").read_text("utf-8")
    names = {field.name for field in msgspec.structs.fields(records.Entry)}
    assert not {name for name in names if f"`{name}`" not in documented}
    assert not {point for point in get_args(records.Point) if f"\n| {point} |" not in documented}


def test_the_chinese_readme_names_the_same_commands() -> None:
    """Both READMEs show the same commands."""
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
    commands = [set(re.findall(r"shilu ([a-z]+)", text)) for text in (english, chinese)]
    assert commands[0] == commands[1]


def test_the_reader_of_the_walk_through_reads_the_examples() -> None:
    """The reader that CONTRIBUTING.md shows is one that works."""
    block = re.search(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    assert block
    module: dict[str, Any] = {}
    exec(textwrap.dedent(block[1]), module)  # noqa: S102 (our own documentation)
    reader = module["Yuanwang"]()
    for one in snapshots(str(ROOT / "examples" / "posts" / "yuanwang")):
        article = reader.read(one, parse_post(one.data.decode(), one.path))
        assert (article.outlet, article.reader) == ("远望新闻", "yuanwang.v1")
        assert article.published_from == "inline"
        assert article.dateline
        assert not any("GMT" in text.text for text in article.blocks)


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_readme_shows_what_is_printed(readme: str, language: str, examples: Path) -> None:
    """The output in the first screen of the README is that of the command above it."""
    text = (ROOT / readme).read_text("utf-8")
    shown = re.search(r"```console\n\$ (?:SHILU_LANG=zh )?shilu (search [^\n]+)\n(.*?)\n```", text, re.DOTALL)
    assert shown
    printed = subprocess.run(
        [sys.executable, "-c", "from shilu.cli import main; main()", *shown[1].split()],
        env={**os.environ, "COLUMNS": "80", "SHILU_LANG": language, "SHILU_ARCHIVE": str(examples)},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert printed.rstrip() == shown[2].rstrip()
