"""Outlets, problems and health."""

MESSAGES = {
    "Revised": "改过",
    "First": "最早",
    "Last": "最晚",
    "Health": "状况",
    "Problems and health": "问题与状况",
    "All problems": "全部问题",
    "What could not be read": "未能读出的",
    "What cannot be read is kept as data. Every code leads to its articles.": (
        "读不出的内容都记录在案。每个代码通往有此问题的文章。"
    ),
    "Everything could be read.": "全部读出。",
    "No article has this problem.": "没有文章有此问题。",
    "Files that gave no article": "没有成为文章的文件",
    "Source": "来源",
    "Kind": "种类",
    "Shown now": "现有",
    "Gone since": "已消失",
    "Unread": "未读",
    "In numbers": "数字",
    "Articles that were read for names and events": "已读出人名与事件的文章",
    "Characters": "字数",
    "Bytes received, and stored": "收到的字节与存储的字节",
    "On the disk": "占用磁盘",
    "The search index holds everything.": "检索索引完整。",
    "The search index is behind; the next shilu add or shilu reindex brings it up.": (
        "检索索引落后；下次 shilu add 或 shilu reindex 会补上。"
    ),
    "The chronicle holds everything.": "编年完整。",
    "The chronicle is behind; shilu chronicle brings it up.": "编年落后；运行 shilu chronicle 会补上。",
    "The archive is being written to.": "档案正在写入。",
    "A run was cut off; the next shilu add goes on where it was.": "有一次添加被中断；下次 shilu add 会接着做。",
    "Whether every byte is still as it was received: shilu verify": "每个字节是否仍与收到时一样：shilu verify",
    "Evidence of the time of publication": "发布时间的依据",
}
