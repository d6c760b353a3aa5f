"""Snapshots unpacked, and never given out as what they no longer are."""

from __future__ import annotations

import zstandard

from shilu.sources.documents import MAX_BYTES, digest


class Damaged(Exception):
    """What was kept is not what was received; ``changed`` where it still unpacks, to other bytes."""

    def __init__(self, why: str, *, changed: bool = False) -> None:
        super().__init__(why)
        self.changed = changed


def unpacked(packed: object, sha256: str) -> bytes:
    """The bytes with that digest, from their compressed form.

    Raises:
        Damaged: where they cannot be had back. With one bit turned, seven of ten packed posts still unpack, so that
            only the digest tells.
    """
    if not isinstance(packed, bytes):
        raise Damaged(f"cannot be unpacked: it holds {type(packed).__name__}, not bytes")
    try:
        size = zstandard.frame_content_size(packed)
        if size > MAX_BYTES:
            raise Damaged(f"cannot be unpacked: it claims {size} bytes")
        data = zstandard.ZstdDecompressor().decompress(packed)
    except zstandard.ZstdError as error:
        raise Damaged(f"cannot be unpacked: {error}") from error
    found = digest(data)
    if found != sha256:
        raise Damaged(f"its bytes now have the digest {found}", changed=True)
    return data
