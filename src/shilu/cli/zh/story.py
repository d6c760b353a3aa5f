"""``shilu story``."""

MESSAGES = {
    "topics": "主题词",
    "Stories beside it": "相邻的专题",
    "Shows its span, its outlets, whom and what they name, its key events, its days, and its articles.": (
        "显示时间跨度、媒体、提到的人与机构、要事、逐日进展和文章。"
    ),
    "with every copy of a text": "连同每一份副本",
    "The story's id.": "专题的编号。",
    "Copies of a text one by one.": "副本逐篇列出。",
    "span (UTC)": "跨度（UTC）",
    "people": "人物",
    "bodies": "机构",
    "places": "地点",
    "Key events": "要事",
    "Days": "逐日",
    "Articles": "文章",
    "Told in digests": "综合报道中的段落",
    "+ 1 copy": "+ 1 份副本",
    "+ {count} copies": "+ {count} 份副本",
    "How the outlets differ: shilu compare {id}": "各家说法的不同：shilu compare {id}",
}
