"""``shilu status``."""

MESSAGES = {
    "Articles by outlet, month, script and evidence of their time; problems by code; and what could not be read.": (
        "按媒体、月份、字体、时间依据统计文章；按代码统计问题；以及未能读取的文件。"
    ),
    "all of it, the longest lists cut": "全部统计，过长的列表只显示一部分",
    "every month and every problem": "所有月份和所有问题",
    "the counts, for a spreadsheet": "各项数目，供电子表格使用",
    "Sources": "来源",
    "Outlets": "媒体",
    "Months": "月份",
    "Scripts": "字体",
    "Evidence of the time": "时间依据",
    "Read with learned people": "读取时用到的所学人物",
    "{people:,} people": "{people:,} 人",
    "Files not read": "未能读取的文件",
    "unknown": "不详",
    "{count:,} replaced or deleted": "已替换或删除 {count:,}",
    "{count:,} not read": "未能读取 {count:,}",
    "{stories:,} stories of {in_stories:,} articles; {copies:,} articles are copies of another.": (
        "专题 {stories:,} 个，含文章 {in_stories:,} 篇；{copies:,} 篇与别篇同文。"
    ),
    "{count:,} articles not looked through for copies and stories yet: shilu stories": (
        "{count:,} 篇尚未查找重复稿与专题：shilu stories"
    ),
    "{count:,} articles not read yet: shilu add SOURCE, without --no-reading": (
        "{count:,} 篇尚未读取人名与事件：shilu add 来源，不带 --no-reading"
    ),
    "{articles:,} articles, {revisions:,} revisions, {snapshots:,} snapshots; {readings:,} articles read.": (
        "文章 {articles:,} 篇，版本 {revisions:,} 个，快照 {snapshots:,} 份；已读出人名与事件 {readings:,} 篇。"
    ),
    "{characters:,} characters of text; {received} received, {stored} stored, {folder} with index and mirrors.": (
        "正文 {characters:,} 字；收到 {received}，存储 {stored}，连同索引和镜像 {folder}。"
    ),
    "\nProcess {pid} is writing since {since}.": "\n进程 {pid} 自 {since} 起正在写入。",
    "\nThe last add was cut off; run it again to go on where it was.": "\n上一次 add 中断了；再运行一次即可继续。",
    "Add a source: shilu add SOURCE": "添加来源：shilu add 来源",
    "… and {count:,} more: --limit 0": "……另有 {count:,} 项：--limit 0",
}
