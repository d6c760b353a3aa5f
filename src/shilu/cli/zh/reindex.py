"""``shilu reindex``."""

MESSAGES = {
    "The index is derived from the archive and may be deleted or rebuilt at any time; nothing else changes.": (
        "索引由档案生成，可随时删除或重建；其他内容不变。"
    ),
    "after an update of shilu, or when a search misses what is there": "更新 shilu 之后，或检索漏掉已有的内容时",
    "{count:,} articles indexed.": "已为 {count:,} 篇文章建立索引。",
}
