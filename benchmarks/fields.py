"""Which fields the outlet readers find, counted over a folder of posts.

usage: fields.py SOURCE… [--sample N] [--list CODE] [--markdown]

Prints one table with a row per outlet (posts, title, time by evidence, dateline, credits, agencies, captions, images,
links, blocks), one of problems by code, and one of traces: markup, entities, proxy addresses and U+FFFD that reached a
text field, where every count should be zero. A SOURCE that is an archive is read from its store. ``--list`` prints the
paths that have a problem or trace of that code.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from shilu.archive.store import Archive
from shilu.outlets import read_article
from shilu.sources import snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shilu.records import Article

_TRACES = {
    "trace-tag": re.compile(
        r"</?(?:a|b|br|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|p|script|small|span|strong|ul)\b"
    ),
    "trace-entity": re.compile(r"&(?:nbsp|amp|lt|gt|quot|mdash|hellip|#\d{1,6}|#x[0-9a-fA-F]{1,6});"),
    "trace-proxy": re.compile(r"images\.weserv\.nl"),
    "trace-undecodable": re.compile("\N{REPLACEMENT CHARACTER}"),
    "trace-line-break": re.compile(r"[\r\n]"),
}
_COLUMNS = ("title", "inline", "feed", "url", "dateline day", "front matter", "no time", "dateline", "credits",
            "agencies", "captions", "images", "related", "inline links", "body")  # fmt: skip
_EVIDENCE = {"dateline": "dateline day", "front_matter": "front matter", None: "no time"}


def articles(source: str, step: int | None) -> Iterator[Article]:
    """Every article of a source as the readers read it now, or of an archive as it was read then."""
    if (Path(source) / "shilu.db").is_file():
        with Archive.open(source) as archive:
            yield from (change.article for change in islice(archive.changes(0), 0, None, step))
        return
    yield from map(read_article, islice(snapshots(source), 0, None, step))


def texts(article: Article) -> Iterator[str]:
    """Every text field of an article, and the addresses that must not be a proxy's."""
    yield article.title
    yield from (block.text for block in article.blocks)
    yield from (credit.name for credit in article.credits)
    yield from article.agencies
    yield from article.tags
    yield from (link.title for link in article.links)
    yield from (link.url for link in article.links)
    yield from (text for image in article.images for text in (image.url, image.caption, image.credit) if text)
    if article.dateline:
        yield article.dateline.place


def found(article: Article) -> Counter[str]:
    """The columns of the table that the article fills."""
    rels = {link.rel for link in article.links}
    has = {
        "title": article.title,
        _EVIDENCE.get(article.published_from, article.published_from): True,
        "dateline": article.dateline,
        "credits": article.credits,
        "agencies": article.agencies,
        "captions": any(block.kind == "caption" for block in article.blocks),
        "images": article.images,
        "related": "related" in rels,
        "inline links": "inline" in rels,
        "body": article.text,
    }
    return Counter({column: 1 for column, value in has.items() if value})


def traces(article: Article) -> set[str]:
    """The codes of what should not have reached a text field."""
    return {code for code, pattern in _TRACES.items() if any(pattern.search(text) for text in texts(article))}


def main() -> None:
    """Read every post once and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--sample", type=int, metavar="N", help="read every Nth post only")
    parser.add_argument("--list", metavar="CODE", help="print the paths with this problem or trace")
    parser.add_argument("--markdown", action="store_true", help="print the first table as Markdown, in per cent")
    options = parser.parse_args()
    posts, blocks = Counter[str](), Counter[str]()
    fields: defaultdict[str, Counter[str]] = defaultdict(Counter)
    problems: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source in options.sources:
        for article in articles(source, options.sample):
            posts[article.outlet] += 1
            blocks[article.outlet] += len(article.blocks)
            fields[article.outlet] += found(article)
            codes = {f"{problem.field}: {problem.code}" for problem in article.problems} | traces(article)
            for code in codes:
                problems[code][article.outlet] += 1
            if options.list and any(code.endswith(options.list) for code in codes):
                print(article.path)
    if options.markdown:
        show_shares(posts, fields)
    else:
        show(posts, blocks, fields, problems)


def show_shares(posts: Counter[str], fields: dict[str, Counter[str]]) -> None:
    """How many of a hundred posts of each outlet have each field, as a Markdown table."""
    print("| outlet | posts |", " | ".join(_COLUMNS), "|")
    print("|---|" + "--:|" * (len(_COLUMNS) + 1))
    for outlet, count in posts.most_common():
        shares = (fields[outlet][column] * 100 / count for column in _COLUMNS)
        cells = ("·" if share == 0 else "<1" if share < 1 else f"{int(share)}" for share in shares)
        print(f"| {outlet} | {count:,} |", " | ".join(cells), "|")


def show(
    posts: Counter[str],
    blocks: Counter[str],
    fields: dict[str, Counter[str]],
    problems: dict[str, Counter[str]],
) -> None:
    """Print the tables: fields by outlet, then problems and traces by outlet."""
    console = Console(width=200)
    table = Table("outlet", "posts", *_COLUMNS, "blocks", title="Fields found")
    for outlet, count in posts.most_common():
        cells = [str(fields[outlet][column] or "·") for column in _COLUMNS]
        table.add_row(outlet, str(count), *cells, str(blocks[outlet]))
    total: Counter[str] = sum(fields.values(), Counter())
    table.add_section()
    table.add_row("all", str(posts.total()), *(str(total[column]) for column in _COLUMNS), str(blocks.total()))
    console.print(table)
    table = Table("problem or trace", "posts", "by outlet", title="Problems and traces")
    for code in _TRACES:
        problems.setdefault(code, Counter())
    for code, outlets in sorted(problems.items(), key=lambda item: -item[1].total()):
        table.add_row(
            code, str(outlets.total()), ", ".join(f"{name} {count}" for name, count in outlets.most_common(8))
        )
    console.print(table)


if __name__ == "__main__":
    main()
