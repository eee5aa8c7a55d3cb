"""Our bot as it runs, but for a look at its work every few milliseconds of processor time."""

import atexit
import json
import os
import signal
from collections import Counter
from pathlib import Path
from types import FrameType

from bench.edge.sharing import owner_of

EVERY = 0.002
_SEEN: Counter[str] = Counter()


def _look(_number: int, frame: FrameType | None) -> None:
    while frame is not None:
        owner = owner_of(frame.f_code.co_filename)
        if owner is not None:
            _SEEN[owner] += 1
            return
        frame = frame.f_back
    _SEEN["everything else"] += 1


def main() -> None:
    """Serve, looking; what was seen is written at the end."""
    from bot.cli import main as aspbot

    atexit.register(lambda: Path(os.environ["WATCHED"]).write_text(json.dumps(_SEEN)))
    signal.signal(signal.SIGPROF, _look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    aspbot(["run"])


if __name__ == "__main__":
    main()
