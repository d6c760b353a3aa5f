"""The first page."""

MESSAGES = {
    "articles": "篇文章",
    "outlets": "家媒体",
    "Articles by time of publication": "文章的发布时间",
    "Period": "时间",
    "On this day": "历年今日",
    "The archive is empty. Add something with: shilu add FOLDER": "档案是空的。可用 shilu add 文件夹 添加。",
}
