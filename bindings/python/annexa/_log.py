"""The library's log lines in Python's logging, under the logger "annexa"."""
from __future__ import annotations

import ctypes
import json
import logging
from typing import Any

from . import _abi

logger = logging.getLogger("annexa")

#: Levels of the C interface, 1 debug to 4 error, are Python's divided by ten.
_LEVEL = 10


def _write(_user: object, level: int, line: Any, size: int) -> None:
    try:
        if logger.isEnabledFor(level * _LEVEL):
            document = json.loads(ctypes.string_at(line, size))
            event = document.pop("event", "")
            logger.log(level * _LEVEL, "%s %s", event, " ".join(f"{name}={value}" for name, value in document.items()))
    except Exception:  # nothing may be thrown through C, and a log that fails is no reason to stop
        pass


_callback = _abi.annexa_log_fn(_write)

#: Clock and random bytes of the system, and the log. Lives as long as the program.
ENVIRONMENT = _abi.annexa_env(ctypes.sizeof(_abi.annexa_env), 0, None, log=_callback)
