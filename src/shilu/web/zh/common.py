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
    "The texts belong to their publishers. Nothing on these pages is loaded from elsewhere.": (
        "文章版权归原媒体所有。本站页面不从别处加载任何内容。"
    ),
    "Untitled": "无题",
    "As a table": "列表",
    "{count:,} more lie outside this time, or have no such date.": "另有 {count:,} 在这段时间以外，或没有这样的日期。",
    "Articles": "文章",
    "Outlets": "媒体",
    "Outlet": "媒体",
    "Not found": "没有找到",
    "That did not work": "没有成功",
    "There is no such page.": "没有这个页面。",
    "Similar": "相近的有",
}
