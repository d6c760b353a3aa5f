"""``shilu orgs``: the organisations that the articles name."""

from shilu.cli.app import command
from shilu.cli.messages import t
from shilu.cli.named import OutletOption, SinceOption, UntilOption, print_list
from shilu.cli.options import HERE, ArchiveFolder, FormatOption, LimitOption


@command(
    "orgs",
    t("Each organisation once, under all names that the articles use, with its counts and days."),
    [("shilu orgs --since 2021-03-19 --until 2021-03-20", t("those in most articles first"))],
)
def orgs(
    *,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 20,
    form: FormatOption = "table",
    archive: ArchiveFolder = HERE,
) -> None:
    """List the organisations."""
    print_list("org", archive, form, limit, outlet=outlet, since=since, until=until)
