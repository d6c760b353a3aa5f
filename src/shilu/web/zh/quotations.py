"""Quotations."""

MESSAGES = {
    "Words that are said": "说了什么",
    "Who speaks": "谁说的",
    "About": "说到",
    "Through": "经由",
    "Quotations of older readings are not there yet; shilu quotes brings them up.": (
        "较早读出的言论尚未编入；运行 shilu quotes 会补上。"
    ),
    "{count:,} statements": "{count:,} 条言论",
    "Nothing of that kind is said. Leave out a filter.": "没有这样的言论。可以去掉一个条件。",
    "through": "经由",
    "in the words of": "转述者",
    "As {count} outlets tell it": "{count} 家媒体的说法",
    "What was said": "言论",
}
