"""Search."""

MESSAGES = {
    "Words": "词语",
    "From": "自",
    "Until": "至",
    "Order": "次序",
    "exactly this script": "只查原样字形",
    "in the title": "在标题",
    "in the text": "在正文",
    "in a caption": "在图片说明",
    "The newest articles cannot be searched yet.": "最新的文章暂时还查不到。",
    "Nothing was found.": "没有找到。",
    "Try fewer or shorter words: any piece of the text is found.": "不妨减少或缩短词语：文中任何一段都能找到。",
    "No article has all the words; with some of them: {count:,}.": (
        "没有一篇包含所有的词；包含其中一部分的有 {count:,} 篇。"
    ),
    "{count:,} articles": "{count:,} 篇文章",
    "{count:,} more in the other script": "另有 {count:,} 篇写作别的字形",
    "Narrow the search": "缩小范围",
    "Script": "字形",
    "Time": "时间",
    "Search everything": "检索全部",
    "How to ask": "检索方法",
    "both words, in 简体 and 繁體 alike": "两个词都有，简繁不限",
    "this phrase": "这个短语",
    "the first word without the second": "有前一词而无后一词",
    "the word in the title": "标题中有这个词",
    "one outlet, from a month on": "一家媒体，自某月起",
}
