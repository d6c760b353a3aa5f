"""What every page has."""

MESSAGES = {
    "shilu 实录": "实录",
    "Search": "检索",
    "Search the archive": "检索档案",
    "To the content": "跳到正文",
    "Pages": "页面",
    "Pages of the list": "翻页",
    "Back": "上一页",
    "Next": "下一页",
    "Interface": "界面",
    "Texts": "文字",
    "as published": "原样",
    "This page as": "本页另有",
    "The texts belong to their publishers.": "文章版权归原媒体所有。",
    "Nothing on this page is loaded from elsewhere.": "本页不从别处加载任何内容。",
    "Nothing but its pictures is loaded from elsewhere.": "本页除图片外，不从别处加载任何内容。",
    "Untitled": "无题",
    "As a table": "列表",
    "{count:,} more lie outside this time, or have no such date.": "另有 {count:,} 在这段时间以外，或没有这样的日期。",
    "The archive is being written to: the newest may be missing here.": "档案正在写入：最新的内容可能尚未列入本页。",
    "{count:,} articles are not read yet: their names, quotations and events are missing here.": (
        "还有 {count:,} 篇文章没有析读：其中的人名、言论和事件尚未列入本页。"
    ),
    "They follow with the next shilu add.": "下次 shilu add 时补上。",
    "Articles": "文章",
    "Outlets": "媒体",
    "Outlet": "媒体",
    "Not found": "没有找到",
    "That did not work": "没有成功",
    "There is no such page.": "没有这个页面。",
    "Similar": "相近的有",
}
