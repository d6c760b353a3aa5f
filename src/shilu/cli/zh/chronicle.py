"""``shilu chronicle``."""

MESSAGES = {
    "date": "日期",
    "what": "何事",
    "who": "何人",
    "where": "何地",
    "status": "状态",
    "sources": "来源",
    "differ": "异说",
    "Entries are made from the events of all articles: who met, called, visited, sanctioned whom. Each has all its "
    "sources, and says where they differ. Names may be any rendering: 川普, 特朗普, Trump.": (
        "条目由所有文章记下的事件合成：谁会见、通话、访问、制裁了谁。每条列出全部来源，并指出各家说法的不同。"
        "名字用哪种译法都行：川普、特朗普、Trump。"
    ),
    "their encounters, by day": "两人的会晤，按日排列",
    "three days, told by two or more": "三天之内、两个以上来源的",
    "what is to come, for a calendar": "将要发生的，导入日历",
    "as PLOVER records": "PLOVER 记录",
    "Who takes part: all of them.": "参与者：须全部在内。",
    "Who else takes part.": "另一位参与者。",
    "A PLOVER type: CONSULT, SANCTION …": "PLOVER 类型：CONSULT、SANCTION……",
    "meeting, talks, call, visit, summit …": "meeting、talks、call、visit、summit……",
    "happened, planned, expected, proposed, cancelled …": "happened、planned、expected、proposed、cancelled……",
    "Where: part of its name.": "地点：名字的一部分。",
    "On this day, month or year, or later.": "这一天（月、年）或之后。",
    "On this day, month or year, or before.": "这一天（月、年）或之前。",
    "Told by so many independent sources.": "至少有这么多个独立来源。",
    "How entries are printed.": "条目的输出格式。",
    "Entries shown: {number}. One in full: shilu entry {id}": "显示 {number} 条。看一条的全部原句：shilu entry {id}",
    "No entry. Wider: without --status or --min-sources; who is known: shilu people": (
        "没有条目。可去掉 --status 或 --min-sources；有哪些人：shilu people"
    ),
    "The archive is being written to; the chronicle is as of before.": "档案正在写入；以下是此前的编年。",
}
