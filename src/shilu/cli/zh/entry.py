"""``shilu entry``."""

MESSAGES = {
    "Shows the sentences by outlet, how its status changed, and where the accounts differ (考异).": (
        "列出各家媒体的原句、状态的变化，以及说法的不同（考异）。"
    ),
    "by id, or the beginning of one": "用编号，或其开头",
    "everything": "全部内容",
    "The entry's id.": "条目编号。",
    "How it is printed.": "输出格式。",
    "differ: {point}": "异说：{point}",
    " (as told by {name})": "（据{name}所说）",
    "Read one: shilu show {id}": "读其中一篇：shilu show {id}",
}
