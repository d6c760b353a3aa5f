"""Stories."""

MESSAGES = {
    "Stories": "报道",
    "Naming": "提到谁",
    "most articles": "文章最多在前",
    "most outlets": "媒体最多在前",
    "Newer articles are in no story yet.": "最新的文章还没有归入报道。",
    "{count:,} stories": "{count:,} 组报道",
    "No story fits. Leave out a filter, or choose a longer time.": "没有符合的报道。可以去掉一个条件，或放宽时间。",
    "Who told it when": "谁在何时报道",
    "after {hours} h": "{hours} 小时后",
    "Key events": "所记之事",
    "told by {count} articles": "{count} 篇文章所记",
    "the same text": "同文",
    "Latest stories": "最新报道",
    "All stories": "全部报道",
    "Story": "报道",
    "More of this story": "同组报道",
}
