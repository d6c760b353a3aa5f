"""``shilu chronicle``."""

MESSAGES = {
    "Entries are made from the events of all articles: who met, called, visited, sanctioned whom. Each has all its "
    "sources, and says where they differ. Names may be any rendering: 川普, 特朗普, Trump; a state stands for its "
    "officials and bodies, too. Entries are printed by day; of more than --limit, the latest, of plans the next.": (
        "条目由所有文章记下的事件合成：谁会见、通话、访问、制裁了谁。每条列出全部来源，并指出各家说法的不同。"
        "名字用哪种译法都行：川普、特朗普、Trump；国名也包括该国的官员和机构。"
        "按日期排列；超过 --limit 的，只列最近的；计划则列即将到来的。"
    ),
    "their encounters, by day": "两人的会晤，按日排列",
    "three days, told by two or more": "三天之内、两个以上来源的",
    "what is to come from a day on, for a calendar": "自某日起将要发生的，导入日历",
    "as PLOVER records": "PLOVER 记录",
    "Who takes part: all of them.": "参与者：须全部在内。",
    "Who else takes part.": "另一位参与者。",
    "A type of PLOVER.": "PLOVER 类型。",
    "How they met.": "往来的形式。",
    "What was done more precisely than its type says.": "比类型更细的行为。",
    "who was arrested or held": "谁被逮捕或关押",
    "Whether it took place; several may be given.": "是否已发生；可写几次。",
    "Where: a place, or part of its name.": "地点：地名，或其一部分。",
    "Told in a paragraph with these words, read as by search: all of them, “phrases”, -word.": (
        "记述它的段落里有这些词，写法同 search：全部都要有、“短语”、-排除；简繁皆可。"
    ),
    "sanctions over a matter": "因某事而起的制裁",
    "On this day, month or year, or later.": "这一天（月、年）或之后。",
    "On this day, month or year, or before.": "这一天（月、年）或之前。",
    "Told by so many independent sources.": "至少有这么多个独立来源。",
    "How entries are printed.": "条目的输出格式。",
    "{value} is no day, month or year. Write 2021-03-19, 2021-03 or 2021.": (
        "{value} 不是年、月或日。写作 2021-03-19、2021-03 或 2021。"
    ),
    "The period ends before it begins.": "时间段的结束早于开始。",
    "Chronicle": "编年",
    "The archive is being written to; the chronicle is as of before.": "档案正在写入；以下是此前的编年。",
    "The chronicle is as of before: {why}": "以下是此前的编年：{why}",
    "Nothing by {day}, but {count:,} to come: --since {day}": "到 {day} 为止没有；之后有 {count:,} 条：--since {day}",
    "No entry (undated acts make none). Wider: without {options}; names: shilu people; texts: shilu search": (
        "没有条目（没有日期的行动不成条目）。可去掉 {options}；有哪些人：shilu people；查原文：shilu search"
    ),
    "No entry (undated acts make none). Who is known: shilu people; in the texts: shilu search": (
        "没有条目（没有日期的行动不成条目）。有哪些人：shilu people；查原文：shilu search"
    ),
    "{shown:,} of {total:,} entries": "{total:,} 条中的 {shown:,} 条",
    "earlier ones: --until, or --limit 0 for all": "更早的：--until；全部：--limit 0",
    "the next as of the last report; others: --since, --until, or --limit 0 for all": (
        "由最后的报道之日起最近的；其余：--since、--until；全部：--limit 0"
    ),
    "{count:,} more dated after the last report ({day}): --since {day}": (
        "另有 {count:,} 条的日期在最后一篇报道（{day}）之后：--since {day}"
    ),
    "Left out, because no day is told: {count:,}": "因没有日期而未列入：{count:,} 条",
    "{count:,} without a date: --limit 0": "另有 {count:,} 条无日期：--limit 0",
    "one in full: shilu entry {id}": "看一条的全部原句：shilu entry {id}",
}
