"""Lists of people, organisations and places, and the page of one of them."""

MESSAGES = {
    "Name": "名字",
    "Look up": "查找",
    "Narrow": "筛选",
    "No article names any.": "没有文章提到。",
    "All {count:,} articles": "全部 {count:,} 篇文章",
    "All {count:,} entries of the chronicle": "编年中的全部 {count:,} 条",
    "Articles that name {name}": "提到{name}的文章",
    "In the chronicle": "编年所记",
    "Latest articles": "最近的文章",
    "Named along with": "同时提到的人物",
    "Names": "名称",
    "No article of this archive has the name; this is what the authority knows.": (
        "档案中没有文章提到；以下是名录所知。"
    ),
    "Offices": "职务",
    "Others of this name": "同名的还有",
    "Roles as articles state them": "文章中的身份",
    "These may be several of one name, or one with a namesake.": "可能是几个同名的人，也可能与同名者混在一起。",
    "named {count:,} times": "提及 {count:,} 次",
    "relations": "往来",
}
