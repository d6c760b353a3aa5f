"""``shilu people``: the people that the articles name."""

from shilu.cli.messages import t
from shilu.cli.named import list_command

list_command(
    "person",
    "people",
    t(
        "Each person once, under all names that the articles use; the number of articles and of mentions, the first "
        "and the last day. Ids that begin with x. are of people whom the authority lacks."
    ),
    [
        ("shilu people", t("those in most articles first")),
        ("shilu people --outlet rfa --since 2021-03 --limit 50", t("of one outlet and time")),
        ("shilu people --format csv --limit 0 > people.csv", t("all of them, for a spreadsheet")),
    ],
)
