"""What tests share: commands speak English, whatever the language of the machine; an archive of the example posts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["SHILU_LANG"] = "en"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the example posts, read and complete, made once; not to be changed."""
    from shilu.archive.add import add  # noqa: PLC0415 (loads the tagger's libraries, which few tests need)

    folder = tmp_path_factory.mktemp("examples") / "archive"
    add(folder, [str(Path(__file__).parents[1] / "examples" / "posts")], workers=1)
    return folder
