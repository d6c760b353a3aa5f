"""Reads the data files into entries, and says where a file breaks its schema.

The files are YAML because people edit them. Read with PyYAML's C parser and without its guessing of types, 1.1 MB
take about 0.6 s; so the checked entries are kept in the user's cache folder under a digest of the files and of the
schema, from where they load in about 10 ms. The cache is derived: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Any, NoReturn, get_args

import msgspec
import yaml

from shilu.errors import KnowledgeError
from shilu.knowledge import schema
from shilu.knowledge.schema import Compound, Office, Org, Person, Place

DATA = Path(__file__).parent / "data"

_EXPECTED = {
    "id": "lower-case letters and digits, parted by . and -",
    "from": "an ISO date such as 2021-01-26, 2021-01 or 2021",
    "to": "an ISO date such as 2021-01-26, 2021-01 or 2021",
    "country": "two capital letters (ISO 3166, or EU, UN)",
    "of": "a country code such as US, or the id of an organisation such as o.nato",
    "wikidata": "a Wikidata id such as Q42",
    "name": "a name of two characters or more without blanks around it",
    "also": "a list of names such as [佩洛西, 裴洛西]",
    "bare": "a list of names such as [外交部]",
    "sex": "m or f",
    "short": "a list of names such as [布林肯]",
    "latin": "a list of names such as [Antony Blinken]",
    "titles": "a list of titles such as [外长, 外交部长]",
}


class Tables(msgspec.Struct, frozen=True):
    """All entries of the data files, in the order of the files."""

    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    orgs: tuple[Org, ...] = ()
    places: tuple[Place, ...] = ()
    compounds: tuple[Compound, ...] = ()


_ENTRY: dict[str, type[schema.Entry]] = {
    "people": Person,
    "offices": Office,
    "orgs": Org,
    "places": Place,
    "compounds": Compound,
}


def load(folder: Path = DATA, *, cache: Path | None = None) -> Tables:
    """The entries of a data folder; ``cache`` is a folder for the digested form, None reads the files themselves."""
    if cache is None:
        return _read_all(folder)
    kept = cache / f"authority-{_digest(folder)}.msgpack"
    try:
        return msgspec.msgpack.decode(kept.read_bytes(), type=Tables)
    except (OSError, msgspec.DecodeError):
        tables = _read_all(folder)  # not kept yet, or damaged: make it again
    _keep(tables, kept)
    return tables


def cache_folder() -> Path:
    """Where derived files of this user go: ``SHILU_CACHE``, else the desktop standard's cache folder."""
    own = os.environ.get("SHILU_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "shilu"


def _digest(folder: Path) -> str:
    digest = hashlib.sha256(Path(schema.__file__).read_bytes())
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _keep(tables: Tables, path: Path) -> None:
    """Write the digested form in one step; a read-only home costs only the time of the next load."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(msgspec.msgpack.encode(tables))
        Path(file.name).replace(path)
        for older in path.parent.glob("authority-*.msgpack"):
            if older != path:
                older.unlink(missing_ok=True)
    except OSError:
        return


def _files(folder: Path) -> list[Path]:
    return [path for kind in _ENTRY for path in sorted((folder / kind).glob("*.yaml"))]


def _read_all(folder: Path) -> Tables:
    entries: dict[str, tuple[Any, ...]] = {}
    seen: dict[str, str] = {}
    for kind, entry_type in _ENTRY.items():
        rows: list[schema.Entry] = []
        for path in sorted((folder / kind).glob("*.yaml")):
            rows.extend(_read_file(path, entry_type, seen))
        entries[kind] = tuple(rows)
    return Tables(**entries)


def _read_file(path: Path, entry_type: type[schema.Entry], seen: dict[str, str]) -> list[schema.Entry]:
    """The entries of one file; ``seen`` maps every id so far to the place where it stands."""
    file = f"{path.parent.name}/{path.name}"
    try:
        root = _root(path.read_text("utf-8"))
    except UnicodeDecodeError as exc:
        raise KnowledgeError(f"byte {exc.start} is not UTF-8; save the file as UTF-8", file=file) from exc
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise KnowledgeError(f"not YAML: {getattr(exc, 'problem', None) or exc}", file=file, line=line) from exc
    if root is None:
        return []
    if root.id != "sequence":
        raise KnowledgeError("expected a list of entries, each beginning with '- id:'", file=file, line=1)
    entries = []
    for node in root.value:
        try:
            entry = msgspec.convert(_plain(node, file), entry_type)
        except msgspec.ValidationError as exc:
            _explain(exc, node, file, entry_type)
        line = node.start_mark.line + 1
        if entry.id in seen:
            raise KnowledgeError(f"{entry.id!r} stands already in {seen[entry.id]}", file=file, line=line, field="id")
        seen[entry.id] = f"{file}:{line}"
        entries.append(entry)
    return entries


def _root(text: str) -> Any:
    """The document's node; without libyaml the same, about ten times slower."""
    reader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return reader(text).get_single_node()


def _plain(node: Any, file: str) -> Any:
    """Lists, mappings and text; nothing is guessed to be a number, a date or a truth value."""
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(child, file) for child in node.value]
    plain = {key.value: _plain(value, file) for key, value in node.value}
    if len(plain) < len(node.value):
        keys = [key.value for key, _ in node.value]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise KnowledgeError("given twice in one entry", file=file, line=node.start_mark.line + 1, field=twice)
    return plain


def _explain(exc: msgspec.ValidationError, node: Any, file: str, entry_type: type) -> NoReturn:
    """Raise the error again with the file, the line of the value, its field, and what stands and should stand there."""
    message, _, path = str(exc).partition(" - at `$")
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", path)
    unknown = re.search(r"unknown field `([^`]+)`", message)
    field = ""
    for key, index in steps:
        field = f"{field}.{key}" if key and field else key or f"{field}[{index}]"
        node = _child(node, key, index)
    name = unknown.group(1) if unknown else next((key for key, _ in reversed(steps) if key), "")
    if unknown:
        node = _key(node, name)
        field = f"{field}.{name}" if field else name
        message = f"no such field; known: {', '.join(_known(schema.Tenure if steps else entry_type))}"
    found = f", found {node.value!r}" if node.id == "scalar" and not unknown else ""
    expected = _expected(entry_type, name)
    if expected and not unknown:
        message = f"expected {expected}"
    line = node.start_mark.line + 1
    raise KnowledgeError(f"{message}{found}", file=file, line=line, field=field or None) from exc


def _child(node: Any, key: str, index: str) -> Any:
    if index:
        return node.value[int(index)]
    return next((value for name, value in node.value if name.value == key), node)


def _key(node: Any, key: str) -> Any:
    return next((name for name, _ in node.value if name.value == key), node)


def _known(entry_type: type) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(entry_type)]


def _expected(entry_type: type, name: str) -> str:
    """What a field should hold, in words; the allowed words themselves where the list is closed."""
    kinds = {Office: schema.OfficeKind, Org: schema.OrgKind, Place: schema.PlaceKind}
    if name == "kind" and entry_type in kinds:
        return f"one of {', '.join(get_args(kinds[entry_type]))}"
    return _EXPECTED.get(name, "")
