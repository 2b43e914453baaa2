# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that end with us, even when nobody could tell them to."""

import shutil


def leash() -> list[str]:
    """Give the words before a command that let the kernel stop it when we are killed.

    Linux only, where setpriv is part of every Debian; elsewhere there are none.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []
