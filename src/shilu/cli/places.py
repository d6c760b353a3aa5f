"""``shilu places``: the places that the articles name."""

from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.named import OutletOption, SinceOption, UntilOption, print_list
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, LimitOption


@command(
    "places",
    t("Each place once, under all names that the articles use, with its counts and days."),
    [("shilu places --since 2021-03-19 --until 2021-03-20", t("those in most articles first"))],
)
def places(
    *,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 20,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """List the places."""
    print_list("place", archive, form, limit, outlet=outlet, since=since, until=until)
