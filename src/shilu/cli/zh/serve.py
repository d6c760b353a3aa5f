"""``shilu serve``."""

MESSAGES = {
    "Pages are made on this machine and load nothing from elsewhere; nothing can be changed through them.": (
        "页面在本机生成，不从别处加载任何内容；通过页面不能改动档案。"
    ),
    "the archive at http://127.0.0.1:8321": "档案在 http://127.0.0.1:8321",
    "the same, and the browser opens it": "同上，并打开浏览器",
    "for everyone who can reach this machine": "供所有能连到本机的人阅读",
    "The address to listen at; any but this machine's own is open to others.": (
        "监听的地址；不是本机地址时，别人也能访问。"
    ),
    "The port to listen at.": "监听的端口。",
    "Open the browser.": "打开浏览器。",
    "Everyone who can reach {host}:{port} can read this archive: there is no password.": (
        "凡能连到 {host}:{port} 的人都能阅读这个档案：没有密码。"
    ),
    "The archive {archive} is at {address}  (Ctrl+C ends)": "档案 {archive} 在 {address}（按 Ctrl+C 结束）",
    "Another process is writing to the archive ({pid}): the rest follows.": (
        "另一个进程（{pid}）正在写入档案；其余的随后补上。"
    ),
    "What is derived is brought up to the articles; until then pages show what is there.": (
        "正在把索引、言论、编年和专题补到最新；在此之前，页面显示已有的内容。"
    ),
    "Everything is up to the articles.": "已全部补到最新。",
    "Cannot listen at {host}:{port}: {why}.": "无法在 {host}:{port} 监听：{why}。",
    "Choose another with --port.": "请用 --port 另选一个。",
}
