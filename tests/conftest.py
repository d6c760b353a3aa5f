"""What tests share: English messages, whatever the machine speaks; no timed test; an archive of the example posts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from shilu.reading.tagger import Tagger

# What a test checks is what comes out, not how long a busy machine takes for it.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
os.environ["SHILU_LANG"] = "en"


@pytest.fixture(scope="session")
def tagger() -> Tagger:
    """The tagger, loaded once."""
    from shilu.reading.tagger import Tagger  # noqa: PLC0415 (as below)

    return Tagger()


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the example posts, read and complete, made once; not to be changed."""
    # Loaded here: few tests need the tagger's libraries.
    from shilu.archive import Archive  # noqa: PLC0415
    from shilu.archive.add import add  # noqa: PLC0415
    from shilu.chronicle.entries.keeping import update  # noqa: PLC0415
    from shilu.knowledge import authority  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("examples") / "archive"
    add(folder, [str(Path(__file__).parents[1] / "examples" / "posts")], workers=1)
    with Archive.open(folder, read_only=False) as archive, archive.writing():
        update(archive, authority())
    return folder
