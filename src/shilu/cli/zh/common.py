"""The application, its commands, shared options and output."""

MESSAGES = {
    "Add folders, files and git repositories to the archive.": "把文件夹、文件和 git 仓库收入档案。",
    "Search the archive, in 简体 and 繁體 alike.": "检索档案，简体繁體通用。",
    "Show one article, its revisions, or its bytes.": "显示一篇文章、它的各个版本或原始字节。",
    "Print what can be read out of files, without an archive.": "不建档案，直接打印从文件中读出的内容。",
    "Count what is in the archive.": "统计档案中的内容。",
    "Check that every byte is still as it was received.": "检查每个字节是否仍与收到时一样。",
    "Print what was done, day by day, with every source.": "按日列出发生的事，附全部来源。",
    "Show one entry of the chronicle with every sentence that tells it.": "显示编年中的一条及其全部原句。",
    "Count and list the encounters of two.": "统计并列出两方的往来。",
    "Open the archive in a browser.": "在浏览器中打开档案。",
    "List what was told by several articles, by size, freshness or spread.": (
        "列出多篇文章报道的专题，按篇数、新旧或媒体数排列。"
    ),
    "Show one story: outlets, people, key events, days and articles.": "看一个专题：媒体、人物、要事、逐日进展和文章。",
    "Set side by side how the outlets of a story tell it.": "并列各家媒体对一个专题的说法。",
    "Articles not read yet, and missing here: {count:,}. Go on with: shilu add SOURCE": (
        "尚未读取人名与事件、此处不计的文章：{count:,} 篇。接着读：shilu add 来源"
    ),
    "Build the search index anew.": "重建检索索引。",
    "实录 — a veritable record of Chinese-language news: keep it, search it, read it.\n\n"
    "An archive is one folder: --archive DIR before or after the command, or SHILU_ARCHIVE, else ./shilu-archive.": (
        "实录：中文新闻的真实记录——收存、检索、阅读。\n\n"
        "一个档案就是一个文件夹：在命令前或命令后写 --archive DIR，或设 SHILU_ARCHIVE，否则用 ./shilu-archive。"
    ),
    "Exit codes: 0 done, even where words find nothing · 1 an error, or something found wrong · "
    "2 a mistake in the command or query · "
    "3 the source · 4 the archive · 5 the archive is busy · 6 nothing of that name · 7 a data file · "
    "8, 9, 10 verify found bytes changed, missing, unverifiable.\n\n"
    "SHILU_LANG=zh speaks Chinese.": (
        "退出码：0 完成（包括检索词一无所获）· 1 出错或查出问题 · 2 命令或检索式有误 · 3 来源 · 4 档案 · "
        "5 档案正被占用 · 6 查无此名 · 7 数据文件 · 8、9、10 verify 查出字节有变动、缺失、无法核对。\n\n"
        "SHILU_LANG=en 改用英文。"
    ),
    "Examples": "例子",
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "[default: {}]": "[默认：{}]",
    "[required]": "[必填]",
    "Show this message and exit.": "显示这份说明。",
    "Install completion for the current shell.": "为当前 shell 安装自动补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的自动补全脚本，供复制或自行安装。"
    ),
    "The archive's folder.": "档案文件夹。",
    "Show the version.": "显示版本。",
    "How rows are printed.": "输出格式。",
    "some words": "几个词",
    "At most so many; 0 for all.": "至多这么多条；0 为全部。",
    "Processes that read articles.": "读取文章的进程数。",
    "Error": "错误",
    "Similar: {names}": "相近的：{names}",
    ", ": "、",
    "That belongs to {option}": "它属于 {option}",
    "One of: {names}": "可选：{names}",
    " One of: {names}.": "可选：{names}。",
    "Help: {command} --help": "用法：{command} --help",
    "there is no option {name}": "没有选项 {name}",
    "there is no command {name}": "没有命令 {name}",
    "{name} is missing": "缺少 {name}",
    "{name} needs a value behind it": "{name} 后面要有值",
    "too many words: {name}": "词太多：{name}",
    "It is written: {usage}": "写法：{usage}",
    "{name} does not know {value}": "{name} 没有 {value} 这个值",
    "{name} wants a number": "{name} 要用数字",
    "{name} is {least} or more": "{name} 至少为 {least}",
    "{name} is {most} at most": "{name} 至多为 {most}",
    "{task}: {done:,} of {total:,}, {left:.0f} s left": "{task}：{done:,}/{total:,}，约剩 {left:.0f} 秒",
    "left:": "剩余",
    "id": "编号",
    "outlet": "媒体",
    "title": "标题",
    "published": "发布",
    "path": "路径",
    "source": "来源",
}
