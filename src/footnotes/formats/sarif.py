"""What every SARIF 2.1.0 log has (OASIS): the schema, and a file as its results name it."""

import os
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_STREAM = "-"


def locate_artifact(source: str) -> dict[str, Any]:
    """The `artifactLocation` (3.4) of the file that `source` names; `-` is the standard input."""
    if source == _STREAM:
        return {"description": {"text": "standard input"}}
    path = PurePath(source)
    if path.is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix()))}
