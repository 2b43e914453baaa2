# SPDX-License-Identifier: GPL-3.0-or-later
"""What the disk refused: a no or a pause is tried again, a yes falls back.

Source: docs/spec/access.md "Withdrawal".
"""

from typing import Final

from agent.core import choices
from agent.core.commands import StoreNo, StorePause
from agent.core.laptop import Laptop
from agent.core.memory import ChoiceKey

AGAIN_S: Final = 5.0


def no_not_kept(laptop: Laptop, keys: tuple[ChoiceKey, ...]) -> None:
    """Hold a no in memory and try again; meanwhile the session keeps it too."""
    laptop.owed_nos.update(keys)
    laptop.owed_after_s = laptop.now.boot_s + AGAIN_S


def pause_not_kept(laptop: Laptop, n: int) -> None:
    """Hold a pause in memory and try again; n is the click the session still keeps."""
    laptop.owed_pause = n
    laptop.owed_after_s = laptop.now.boot_s + AGAIN_S


def yes_not_kept(laptop: Laptop, key: ChoiceKey) -> None:
    """Let the switch fall back; a file that may be half written is made a no."""
    laptop.coming.pop(key, None)
    laptop.said.pop("choices", None)
    laptop.do(StoreNo((key,), 0))


def resume_not_kept(laptop: Laptop) -> None:
    """Say once more that it is paused: the pupil's click changed nothing."""
    laptop.said.pop("choices", None)
    laptop.said.pop("eye", None)


def tick(laptop: Laptop) -> None:
    """Store again, every few seconds, what is owed."""
    if not laptop.is_owing or laptop.now.boot_s < laptop.owed_after_s:
        return
    if laptop.owed_nos:
        keys, laptop.owed_nos = tuple(laptop.owed_nos), set()
        laptop.do(StoreNo(keys, 0))
    if laptop.owed_pause is not None:
        n, laptop.owed_pause = laptop.owed_pause, None
        _pause_again(laptop, n)


def _pause_again(laptop: Laptop, n: int) -> None:
    if laptop.paused:
        laptop.do(StorePause(laptop.paused_until, n))
    else:  # it ended meanwhile: the session need not say it again
        choices.click_kept(laptop, n)
