"""The lines of ``shilu chronicle`` and ``shilu relations``."""

MESSAGES = {
    "date": "日期",
    "what": "何事",
    "words": "原文",
    "who": "何人",
    "where": "何地",
    "status": "状态",
    "sources": "来源",
    "differ": "异说",
    " and {count} more": "等，另 {count} 个",
}
