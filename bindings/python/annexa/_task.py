"""Long calls: progress, and Ctrl-C."""
from __future__ import annotations

import ctypes
import signal
import sys
import threading
import time
from types import FrameType, TracebackType
from typing import Any, Callable, Literal, Union

from . import _abi
from ._errors import Cancelled

#: "auto" shows a bar after a second where somebody looks; a callable gets what is done and what there is in all (0 if that is
#: not known) and may return False to stop; None is silent.
Progress = Union[Callable[[int, int], Any], Literal["auto"], None]


class _Bar:
    """A line on the terminal, once a call has taken a second."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        if not self._shown and time.monotonic() - self._begun < 1:
            return
        self._shown = True
        share = f"{100 * done // total:3} %" if total else f"{done:,}"
        sys.stderr.write(f"\r{share}" + ("\n" if done == total else ""))
        sys.stderr.flush()


def _shown(progress: Progress) -> Callable[[int, int], Any] | None:
    if progress != "auto":
        return progress
    return _Bar() if sys.stderr is not None and sys.stderr.isatty() else None


class Task:
    """The annexa_task of one call, and what went wrong in its callback.

    While it runs, Ctrl-C only stops the library; KeyboardInterrupt is raised when the library has come back, so that nothing
    is half done.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = _shown(progress)
        self._failure: BaseException | None = None
        self._interrupts: list[tuple[int, FrameType | None]] = []
        self._handler: Any = None
        self._callback = _abi.annexa_progress_fn(self._proceed)
        self._task = _abi.annexa_task(ctypes.sizeof(_abi.annexa_task), 0, None, self._callback, None)

    def _proceed(self, _user: object, done: int, total: int) -> int:
        if self._interrupts:
            return 1
        try:
            return 1 if self._progress is not None and self._progress(done, total) is False else 0
        except BaseException as failure:  # nothing may be thrown through C
            self._failure = failure
            return 1

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._interrupts.append((number, frame))

    def __enter__(self) -> Any:
        if threading.current_thread() is threading.main_thread() and callable(signal.getsignal(signal.SIGINT)):
            self._handler = signal.signal(signal.SIGINT, self._note)
        return ctypes.byref(self._task)

    def __exit__(self, sort: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._handler is not None:
            signal.signal(signal.SIGINT, self._handler)
        if isinstance(error, Cancelled) and self._failure is not None:
            raise self._failure from None
        if self._interrupts and self._handler is not None:
            self._handler(*self._interrupts[0])
