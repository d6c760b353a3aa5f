"""``shilu entry``."""

MESSAGES = {
    "Shows the sentences by outlet, how its status changed, and where the accounts differ (考异).": (
        "列出各家媒体的原句、状态的变化，以及说法的不同（考异）。"
    ),
    "by id, or the beginning of one": "用编号，或其开头",
    "everything": "全部内容",
    "The entry's id.": "条目编号。",
    "At most so many sentences; 0 for all.": "至多列这么多句；0 为全部。",
    "How it is printed.": "输出格式。",
    "{sources} independent": "{sources} 个独立来源",
    "articles: {articles}": "{articles} 篇文章",
    "{tellings:,} tellings of {articles:,} articles": "{articles:,} 篇文章，记述 {tellings:,} 处",
    "hosts": "接待者",
    "differ: {point}": "异说：{point}",
    " (as told by {name})": "（据{name}所说）",
    "\n… and {count:,} more: --limit 0": "\n……还有 {count:,} 句：--limit 0",
    "\nRead one: shilu show {id}": "\n读其中一篇：shilu show {id}",
}
