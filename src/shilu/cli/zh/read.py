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
    "each quotation and event with its rule and how its parts were found": "每条引语、每件事的规则与各部分的由来",
    "Say why: rule, words, and how each part was found; with --format too.": (
        "说明缘由：规则、依据的词句、各部分如何得来；也可配合 --format。"
    ),
    "How rows are printed; jsonl, or with --explain for people.": "输出格式；默认 jsonl，用 --explain 时默认供人阅读。",
    "--no-names leaves nothing to explain.": "用了 --no-names，就没有可说明的了。",
    "Whether names, times and what follows are read, too.": "是否也读取人名、时间等。",
}
