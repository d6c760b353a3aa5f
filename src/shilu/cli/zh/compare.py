"""``shilu compare``."""

MESSAGES = {
    "Stories beside it, which outlets may have told before": "相邻的专题（各家可能先在那里报道）",
    "Sets the outlets of a story side by side: when they told it, whom they quote and how much, which events, "
    "figures, people and places they give, what one alone tells and what all but one tell, the words they choose, "
    "and on whose word they rely. With --format json every count has its sentences.": (
        "把一个专题的各家媒体并列：何时报道，引谁的话、引多少，写了哪些事件、数字、人物和地点，哪些只有一家写，"
        "哪些只有一家没写，用词如何，依据何种来源。--format json 给出每个数字背后的原句。"
    ),
    "all outlets of a story": "一个专题的所有媒体",
    "two of them": "其中两家",
    "every cell, for a spreadsheet": "每一格，供表格软件使用",
    "Only these outlets: parts of their names.": "只比较这些媒体：名字的一部分。",
    "Every row, not only the first ones.": "列出每一行，不只是前几行。",
    "When (UTC), and how long after the first whose hour is known": "时间（UTC），及比首家已知时刻晚多少",
    "+{hours:.1f} h": "+{hours:.1f} 小时",
    "Who is quoted (quotations, characters)": "引谁的话（次数/字数）",
    "officials": "官方",
    "experts": "专家学者",
    "other media": "其他媒体",
    "nobody by name": "不具名",
    "What one outlet alone tells": "只有一家写的",
    "What all but one tell": "只有一家没写的",
    "Words for one thing": "同一事物的不同用词",
    "Words that set an outlet apart": "各家的特别用词",
    "Every sentence: shilu compare {id} --format json": "每一句原文：shilu compare {id} --format json",
    "… and {count:,} more: --all": "……还有 {count:,} 项：--all",
}
