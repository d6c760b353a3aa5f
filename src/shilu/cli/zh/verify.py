"""``shilu verify``."""

MESSAGES = {
    "Unpacks and hashes every snapshot. Three answers are kept apart: changed (exit code 8), missing (9), and "
    "unverifiable (10), where the bytes cannot even be unpacked; 0 where all is well.": (
        "解开每份快照并核对散列值。三种结果分开报告：有变动（退出码 8）、缺失（9）、"
        "无法核对（10，字节已无法解开）；全部无误为 0。"
    ),
    "check everything": "全部核对",
    "the faults, one a line": "查出的问题，每行一个",
    "Checking": "核对",
    "fault": "问题",
    "detail": "详情",
    "{ok:,} snapshots are as received; {changed:,} changed, {missing:,} missing, {lost:,} unverifiable.": (
        "{ok:,} 份快照与收到时相同；有变动 {changed:,}，缺失 {missing:,}，无法核对 {lost:,}。"
    ),
}
