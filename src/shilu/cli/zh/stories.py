"""``shilu stories``."""

MESSAGES = {
    "story": "专题",
    "from": "起",
    "to": "止",
    "articles": "篇数",
    "outlets": "媒体",
    "A story is what several articles tell of one development, whatever their outlet and script. Copies of a text "
    "count with its first. A story's id stays its own when late articles join it.": (
        "专题是几篇文章对同一件事的报道，不论媒体与字体。同文的副本随首篇计入。后到的文章加入时，专题的编号不变。"
    ),
    "three days, the largest first": "三天，篇数多的在前",
    "what many tell, the latest first": "多家报道的，新的在前",
    "of one person, with a telling by one outlet": "提到某人、某媒体报道过的",
    "all, with their articles": "全部，连同文章",
    "Told by this outlet: part of its name.": "这家媒体报道过：名字的一部分。",
    "A person, body or place that half of its articles name.": "一半以上的文章提到的人、机构或地方。",
    "Words that half of its articles hold.": "半数以上的文章含有的词语。",
    "A place that half of its articles name.": "半数以上的文章提到的地方。",
    "of a word and a place": "含某词、在某地的",
    "Told by so many outlets.": "至少有这么多家媒体报道。",
    "By number of articles, by the latest one, or by outlets.": "按篇数、最新一篇或媒体数排列。",
    "With the articles (json, jsonl).": "连同文章（json、jsonl）。",
    "Stories shown: {number}. One in full: shilu story {id}": "显示 {number} 个专题。看一个的全貌：shilu story {id}",
    "No story. Wider: without {options}; in the texts: shilu search": (
        "没有专题。可去掉 {options}；查原文：shilu search"
    ),
    "No story: it takes several articles that tell of one development.": "没有专题：几篇文章报道同一件事，才成专题。",
    "The archive cannot be written to now; stories are as of before.": "档案现在不能写入；以下是此前的专题。",
}
