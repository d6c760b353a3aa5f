"""``shilu people``, ``orgs`` and ``places``."""

MESSAGES = {
    "List the people whom the articles name, with all their names.": "列出文章提到的人及其全部名字。",
    "List the organisations that the articles name.": "列出文章提到的组织。",
    "List the places that the articles name.": "列出文章提到的地方。",
    "Each person once, under all names that the articles use; the number of articles and of mentions, the first "
    "and the last day. Ids that begin with x. are of people whom the authority lacks.": (
        "每人一行，连同文章用过的全部名字；列出文章数、提及次数、最早和最晚的日期。编号以 x. 开头的人不在规范档中。"
    ),
    "Each organisation once, under all names that the articles use, with its counts and days.": (
        "每个组织一行，连同文章用过的全部名字、数目和日期。"
    ),
    "Each place once, under all names that the articles use, with its counts and days.": (
        "每个地方一行，连同文章用过的全部名字、数目和日期。"
    ),
    "those in most articles first": "文章最多的在前",
    "of one outlet and time": "一家媒体、一段时间的",
    "all of them, for a spreadsheet": "全部，供电子表格使用",
    "name": "名字",
    "also": "又作",
    "articles": "文章",
    "mentions": "提及",
    "first": "最早",
    "last": "最晚",
    "\nOne of them: shilu who {name} · its articles: shilu search --{kind} {name}": (
        "\n看其中一个：shilu who {name} · 有关文章：shilu search --{kind} {name}"
    ),
    "Nothing is named there, or the articles are not read yet: shilu status": (
        "其中没有提到，或者文章尚未读取：shilu status"
    ),
}
