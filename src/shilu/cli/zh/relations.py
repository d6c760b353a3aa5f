"""``shilu relations``."""

MESSAGES = {
    "month": "月份",
    "entries": "条目",
    "Counts the encounters of two people, bodies or states by month and form, and lists them.": (
        "按月份和形式统计两人（或两个机构、国家）的往来，并逐条列出。"
    ),
    "two people": "两个人",
    "two states, where no one is named": "两个国家（未点名的往来）",
    "One name.": "一方的名字。",
    "The other name.": "另一方的名字。",
    "Encounters: {number}.": "往来 {number} 次。",
}
