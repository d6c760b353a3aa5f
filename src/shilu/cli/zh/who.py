"""``shilu who``."""

MESSAGES = {
    "Show all that is known of one person, organisation or place.": "显示一个人、组织或地方的全部已知情况。",
    "Every name and Latin form, offices with their dates as the authority has them, roles as the articles state "
    "them with a sentence each, who is named along with them, and the articles. Any rendering will do, and ids "
    "as `shilu people` shows them.": (
        "全部名字和拉丁拼写、规范档所记的职务和任期、文章所述的身份（各附原句）、常一同出现的人，以及有关文章。"
        "用哪种译名都行，也可用 `shilu people` 列出的编号。"
    ),
    "by any name: 布林肯, 布林根, Blinken": "任何名字都行：布林肯、布林根、Blinken",
    "everything, not only the most frequent": "全部，不只最常见的",
    "an organisation, for a program": "一个组织，供程序使用",
    "A name or an id.": "名字或编号。",
    "At most so many of each; 0 for all.": "每项至多这么多条；0 为全部。",
    "A profile has no rows; ask for json.": "人物概况不是表格；请用 json。",
    "named along with": "常一同出现",
    "latest articles": "最近的文章",
    "others of this name": "同名的还有",
    "\nIts articles: shilu search --{kind} {id}": "\n有关文章：shilu search --{kind} {id}",
    "{articles:,} articles, {mentions:,} mentions, {first} – {last}": (
        "{articles:,} 篇文章，提及 {mentions:,} 次，{first} 至 {last}"
    ),
    "names": "名字",
    "Latin": "拉丁拼写",
    "country": "国家",
    "named in": "见于",
    "no article of this archive": "本档案没有文章提到",
    "outlets": "媒体",
    "uncertain": "未定",
    "these may be several people, or one with a namesake": "可能是几个人，也可能与同名者是一人",
    "offices (authority)": "职务（规范档）",
    "roles as stated": "文章所述身份",
}
