"""``shilu add``."""

MESSAGES = {
    "A source is a folder of posts (any depth), a single .md, .html or .txt file, or a git repository by path or "
    "address. The same bytes are never stored twice; a changed text becomes a new revision. Stop it at any time "
    "and run it again: it goes on where it was.": (
        "来源可以是文章文件夹（不限层数）、单个 .md、.html、.txt 文件，或 git 仓库的路径或网址。相同的字节只存一次；"
        "文字有改动就成为新版本。可随时中断，再次运行即从中断处继续。"
    ),
    "a folder": "一个文件夹",
    "a mirror with every version and deleted post": "一个镜像，连同所有旧版和已删除的文章",
    "two files, into another archive": "两个文件，收入另一个档案",
    "articles only; names, events and stories follow when it is run without it": (
        "只收文章；以后不带此项再运行，即补读人名、事件与专题"
    ),
    "everything that is kept, with today's rules": "已收存的全部内容，按现今的规则重读",
    "Read all articles again from their bytes, with today's rules and what was learned since.": (
        "从原始字节重读所有文章，用现今的规则和此后所知。"
    ),
    "name a folder of posts, a post or a git repository, or give --reread.": (
        "请给出文章文件夹、单篇文章或 git 仓库，或用 --reread。"
    ),
    "Documents read again from their bytes: {count:,}.": "已从原始字节重读 {count:,} 份。",
    "Folders, files or git repositories.": "文件夹、文件或 git 仓库。",
    "Every version in a repository's history, deleted posts too.": "仓库历史中的每个版本，包括已删除的文章。",
    "Whether names, times and events are read, and copies and stories gathered.": (
        "是否读取人名、时间和事件，并归集重复稿与专题。"
    ),
    "Wait where another add is running.": "若另一个 add 正在运行，就等它结束。",
    "Reading {source}": "读取 {source}",
    "Indexing": "建索引",
    "Who is who": "辨认人物",
    "Names and events": "人名与事件",
    "Copies and stories": "副本与专题",
    "Posts: {documents:,}, in {seconds:.1f} s; new articles: {articles:,}, new revisions: {revisions:,}, "
    "known before: {known:,}.": (
        "{seconds:.1f} 秒内处理 {documents:,} 份：新文章 {articles:,} 篇，"
        "新版本 {revisions:,} 个，原已收存 {known:,} 份。"
    ),
    "Articles read for names, times and events: {count:,}.": "已读出 {count:,} 篇文章中的人名、时间和事件。",
    "Files not read: {count:,} ({code})": "{count:,} 个文件未能读取（{code}）",
    "Posts without a text that can be read: {count:,} ({code})": "{count:,} 个文件中没有可读的文字（{code}）",
    "shilu status names them.": "shilu status 列出是哪些。",
    "Files passed over, being no posts by their names: {count:,}": "略过 {count:,} 个不是文章的文件。",
    "Next: shilu status · shilu search WORD": "接着可以：shilu status · shilu search 词语",
}
