"""``shilu search``."""

MESSAGES = {
    "Story: {label} ({count:,} articles)": "专题：{label}（{count:,} 篇）",
    "Every copy of a text, not only the best one of them.": "同文的每一份都列出，不只是最相关的一份。",
    "story {id}": "专题 {id}",
    "Words must all be found (any of them, where no article has all); “phrases in quotes” also hold spaces; "
    "-word must not be found; title:word looks in titles only. Any piece of Chinese text is found, of one "
    "character or more; Latin words are whole words. Filters may stand in the query too: outlet: since: until: "
    "script: person: place: org: entity:": (
        "各词须全部找到（没有一篇全有时，有其一即可）；“引号中的短语”可含空格；-词 表示不得出现；title:词 只查标题。"
        "任何一段中文都能找到，一个字也行；拉丁字母须是整词。"
        "检索式中也可写 outlet: since: until: script: person: place: org: entity:"
    ),
    "articles with both names, whatever the script": "同时有这两个名字的文章，简繁不限",
    "a phrase without a word, from February 2024 on": "有此短语而无某词，2024年2月起",
    "the latest titles of one outlet": "一家媒体最近的标题",
    "only as typed; all hits as JSON lines": "只找原样字形；全部结果逐行输出 JSON",
    "who and where, under any name: 特朗普, Donald Trump": "何人、何地，不论写作什么：特朗普、Donald Trump",
    "Articles that name this person, by any name.": "提到此人的文章，不论用哪个名字。",
    "Articles that name this place, by any name.": "提到此地的文章，不论用哪个名字。",
    "Articles that name this body, by any name.": "提到此组织的文章，不论用哪个名字。",
    "Find these by the name typed only.": "只按输入的名字查找。",
    "{name} means several: {ids}": "{name} 可指几个：{ids}",
    " and {count:,} more": "，另有 {count:,} 个",
    ". One of them: --{kind} ID": "。只要其中一个：--{kind} 编号",
    "What to look for.": "要找什么。",
    "Only this outlet: part of its name, or rfa, voa …": "只查这家媒体：名称的一部分，或 rfa、voa 等。",
    "Published on this day, month or year, or later.": "发布于此日、此月、此年或以后。",
    "Published on this day, month or year, or before.": "发布于此日、此月、此年或以前。",
    "Only articles in Hans, Hant or Latn.": "只查 Hans（简）、Hant（繁）或 Latn（拉丁字母）的文章。",
    "Find 国 only, where 国 is typed.": "输入“国”就只找“国”，不找“國”。",
    "The order of the hits.": "结果的次序。",
    " {count:,} more have it in other characters; leave out --exact-script.": (
        "另有 {count:,} 篇写作别的字形；去掉 --exact-script 即可。"
    ),
    "Articles found: {count:,} ({shown} shown).": "找到 {count:,} 篇，显示 {shown} 篇。",
    " Copies of a text stand behind it, with the words or without; each by itself: --all.": (
        "同文的副本归在一篇之后，不论有无检索词；逐篇列出：--all。"
    ),
    "No article has all the words; with some of them: {count:,}, the best first.": (
        "没有一篇包含所有的词；包含其中一部分的有 {count:,} 篇，最相符的在前。"
    ),
    "Nothing found for {query}.": "没有找到 {query}。",
    " Try fewer or shorter words: any piece of the text is found.": "不妨减少或缩短词语：文中任何一段都能找到。",
    "in the title": "在标题",
    "in the text": "在正文",
    "in a caption": "在图片说明",
    " (as {forms})": "（写作{forms}）",
    "found: ": "命中：",
    "The index is behind the archive, which is being written to or read-only; see shilu reindex.": (
        "索引落后于档案：档案正在写入或为只读；见 shilu reindex。"
    ),
    "\nRead one: shilu show {id}": "\n阅读全文：shilu show {id}",
    " Did you mean {option}?": "是不是要写 {option}？",
    "{option} must stand before the --, behind which all are words.": "{option} 要写在 -- 之前，-- 之后都算检索词。",
    "There is no option {option}.": "没有 {option} 这个选项。",
}
