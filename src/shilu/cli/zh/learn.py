"""``shilu learn``."""

MESSAGES = {
    "List what the articles state of people whom the authority lacks.": "列出文章对规范档以外的人的记述。",
    "`shilu add` learns by itself; this does what an add that was cut off left, and lists what was learned. Names, "
    "Latin forms, roles and affiliations are gathered from what stands beside names, as in 教授何田（Tian He）, "
    "each with its count, its days and an example. Shown are those that two or more articles state and hardly any "
    "contradicts. The authority stays as it is.": (
        "`shilu add` 会自动学习；本命令补完中断时剩下的，并列出所学。名字、拉丁拼写、身份和所属取自人名旁的文字，"
        "如“教授何田（Tian He）”，各附次数、日期和例句。列出的是两篇以上文章写明、而几乎没有文章相左的。"
        "规范档不受影响。"
    ),
    "people the authority lacks, those in most articles first": "规范档以外的人，文章最多的在前",
    "every fact of one person, with its example": "一个人的全部记述，附例句位置",
    "Only people of this name.": "只列叫这个名字的人。",
    "Facts of one article, and contradicted ones, too.": "也列只有一篇文章写明的和有文章相左的。",
    "role": "身份",
    "of": "所属",
    "certain": "确定",
    "no": "否",
    "\nOne of them, with sentences: shilu who {name}": "\n看其中一个及原句：shilu who {name}",
    "Nothing was learned yet; with --all also what only one article states.": (
        "尚未学到；加 --all 可看只有一篇文章写明的。"
    ),
    "The archive is being written to; what was learned is as of before.": "档案正在写入；所学仍是此前的。",
    "Mentions given to another person: {moved:,}; facts changed: {facts:,}.": (
        "改归他人的提及：{moved:,}；变动的记述：{facts:,}。"
    ),
}
