"""``shilu reindex``: build the search index anew from the store."""

from shilu.archive import index
from shilu.archive.store import Archive
from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.options import HERE, ArchiveFolder
from shilu.cli.output import note


@command(
    "reindex",
    t("The index is derived from the archive and may be deleted or rebuilt at any time; nothing else changes."),
    [("shilu reindex", t("after an update of shilu, or when a search misses what is there"))],
)
def reindex(archive: ArchiveFolder = HERE) -> None:
    """Build the index."""
    with Archive.open(archive) as opened, opened.writing():
        count = index.rebuild(opened)
    note(t("{count:,} articles indexed.", count=count))
