"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Put new contents in a file's place in one step, so that a crash leaves the old ones; its mode stays."""
    import shutil
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rostra-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
