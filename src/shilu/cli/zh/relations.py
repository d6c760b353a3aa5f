"""``shilu relations``."""

MESSAGES = {
    "month": "月份",
    "all": "合计",
    "Counts the encounters of two people, bodies or states by month and form, and lists them. A state stands for "
    "its officials and bodies, too. Those that are planned, proposed or denied count, too, but for --status.": (
        "按月份和形式统计两人（或两个机构、国家）的往来，并逐条列出。"
        "国名也包括该国的官员和机构；计划、提议和被否认的也计入，除非用 --status 限定。"
    ),
    "two people": "两个人",
    "two states, and all who act for them": "两个国家，以及代表它们的人",
    "only what took place": "只算已发生的",
    "the counts, for a spreadsheet": "统计数字，供电子表格使用",
    "both names stand without an option: shilu relations {left} {right}": (
        "两个名字都不用选项：shilu relations {left} {right}"
    ),
    "One name.": "一方的名字。",
    "The other name.": "另一方的名字。",
    "List at most so many; 0 for all.": "至多列这么多条；0 为全部。",
    "{left} and {right} are one.": "{left} 与 {right} 是同一方。",
    "{shown:,} of {total:,} encounters{rest} · one in full: shilu entry {id}": (
        "往来 {total:,} 次，列出 {shown:,} 次{rest} · 看一条的全部原句：shilu entry {id}"
    ),
    " · all: --limit 0": " · 全部：--limit 0",
    "No encounter of both. What each did: shilu chronicle {name}": (
        "没有双方的往来。各自做了什么：shilu chronicle {name}"
    ),
}
