"""``shilu quotes``."""

MESSAGES = {
    "Find who said what, each statement once with all who report it.": "查谁说了什么；同一番话只列一次，附全部报道者。",
    "Words of the query must be said, in the language of shilu search: “phrases”, -word, since:. Names may be any "
    "rendering: 川普, 特朗普, Trump. What several outlets report is shown once, by the latest of them.": (
        "检索词须在话中，写法同 shilu search：“短语”、-排除、since:。人名可用任何译法：川普、特朗普、Trump。"
        "几家媒体都报道的话只列一次，取最新的一家。"
    ),
    "what he said of it, or in a sentence that names it": "他谈台湾的话，或句中提到台湾的话",
    "the very words, from March 2021 on": "2021 年 3 月以来的原话",
    "with every outlet's wording": "附每家媒体的说法",
    "all that came through it, as JSON lines": "经它传出的全部言论，一行一个 JSON",
    "Words that are said.": "话中的词。",
    "Who speaks, by any name.": "说话人，任何名称皆可。",
    "What is spoken of, by any name.": "谈的是什么，任何名称皆可。",
    "Through which medium, platform or occasion.": "经由哪家媒体、平台或场合。",
    "Only quoted or only reported words.": "只要直接引语或只要间接引语。",
    "Show the wording of each report.": "列出每篇报道的说法。",
    "The archive cannot be written to now; quotations of older readings are not there yet.": (
        "档案现在不能写入；较早读出的引语尚未列入。"
    ),
    "Nothing said of that kind. Wider: without {options}; who speaks: shilu people": (
        "没有这样的言论。可去掉 {options}；有哪些人：shilu people"
    ),
    "Nothing is said there, or the articles are not read yet: shilu status": (
        "其中没有言论，或者文章尚未读取：shilu status"
    ),
    "Statements: {count:,} ({shown} shown, in {passages} passages).": (
        "言论：{count:,} 条（列出 {shown} 条，见于 {passages} 段）。"
    ),
    "not named: {words}": "未具名：{words}",
    " and {count} more": " 等另 {count} 家",
    "Quotations": "言论",
    "through {name}": "经由{name}",
    "in the words of {name}": "由{name}转述",
}
