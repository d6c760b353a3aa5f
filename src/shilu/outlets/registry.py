"""Which reader reads a post: by the host of its URL, else by the outlet's name, within the reader's days."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from shilu.outlets.addresses import host_of
from shilu.outlets.bbc import BBC
from shilu.outlets.bitterwinter import BitterWinter
from shilu.outlets.cctv import XinwenLianbo
from shilu.outlets.cdt import ChinaDigitalTimes
from shilu.outlets.cna import CentralNewsAgency
from shilu.outlets.dw import DeutscheWelle
from shilu.outlets.economist import Economist
from shilu.outlets.epochtimes import EpochTimes
from shilu.outlets.ft import FinancialTimes
from shilu.outlets.generic import Generic
from shilu.outlets.neist import Neist
from shilu.outlets.nytimes import NewYorkTimes
from shilu.outlets.reuters import Reuters
from shilu.outlets.rfa import RadioFreeAsia
from shilu.outlets.rfi import RadioFranceInternationale
from shilu.outlets.rti import RadioTaiwan
from shilu.outlets.solidot import Solidot
from shilu.outlets.voa import VoiceOfAmerica
from shilu.outlets.wqw import Weiquanwang
from shilu.outlets.zaobao import Zaobao

if TYPE_CHECKING:
    from shilu.outlets.base import Reader
    from shilu.outlets.post import Post

READERS: tuple[Reader, ...] = (
    RadioFreeAsia(),
    VoiceOfAmerica(),
    RadioFranceInternationale(),
    DeutscheWelle(),
    BBC(),
    Reuters(),
    CentralNewsAgency(),
    Zaobao(),
    EpochTimes(),
    NewYorkTimes(),
    Economist(),
    FinancialTimes(),
    RadioTaiwan(),
    ChinaDigitalTimes(),
    Weiquanwang(),
    XinwenLianbo(),
    Solidot(),
    BitterWinter(),
    Neist(),
)
GENERIC = Generic()


def reader_for(post: Post) -> Reader:
    """The reader for a post; the generic one for outlets that have none, and for whole pages with their menus."""
    if post.shape == "page":
        return GENERIC
    by_host, by_name = _tables()
    host = host_of(post.url)
    while host:
        if host in by_host:
            return _valid(by_host[host], post)
        host = host.partition(".")[2]
    for name in (post.author, *post.categories, post.outlet):
        if name in by_name:
            return _valid(by_name[name], post)
    return GENERIC


@functools.cache
def _tables() -> tuple[dict[str, list[Reader]], dict[str, list[Reader]]]:
    by_host: dict[str, list[Reader]] = {}
    by_name: dict[str, list[Reader]] = {}
    for reader in READERS:
        for host in reader.hosts:
            by_host.setdefault(host, []).append(reader)
        for name in (reader.outlet, *reader.names):
            by_name.setdefault(name, []).append(reader)
    return by_host, by_name


def _valid(readers: list[Reader], post: Post) -> Reader:
    """The reader for the post's day; the last one where the post has no day or none is for it."""
    stamp = post.feed or post.date
    if stamp is None or len(readers) == 1:
        return readers[-1]
    day = stamp.instant.date()
    for reader in readers:
        if (reader.valid_from or dt.date.min) <= day <= (reader.valid_until or dt.date.max):
            return reader
    return readers[-1]
