"""``shilu places``: the places that the articles name."""

from shilu.cli.messages import t
from shilu.cli.named import list_command

list_command(
    "place",
    "places",
    t("Each place once, under all names that the articles use, with its counts and days."),
    [("shilu places --since 2021-03-19 --until 2021-03-20", t("those in most articles first"))],
)
