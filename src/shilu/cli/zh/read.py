"""``shilu read``."""

MESSAGES = {
    "Files, folders or git repositories.": "文件、文件夹或 git 仓库。",
    "One object for each article, as docs/fields.md describes it. Folders are read at any depth.": (
        "每篇文章输出一个对象，各项见 docs/fields.md。文件夹不限层数。"
    ),
    "all that can be read, as one JSON line": "能读出的一切，一行 JSON",
    "a whole folder": "整个文件夹",
    "fields and text only, spread over lines": "只要各项资料和正文，分行显示",
    "a first look at a folder": "先看一眼文件夹里有什么",
    "Whether names, times and what follows are read, too.": "是否也读取人名、时间等。",
}
