# SPDX-License-Identifier: GPL-3.0-or-later
"""pip of the virtual environment, with its errors put in words."""

import os
import subprocess

from installer.newcomer.places import BIN, ROOT
from installer.newcomer.words import TroubleError

PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOG = ROOT / "out" / "pip.log"  # outside: a half environment is thrown away
SENTENCES = {  # the first sign found in pip's errors chooses the sentence
    "DO NOT MATCH THE HASHES": "A file is not the one this project locked; refused.",
    "NewConnectionError": "No network: the package index could not be reached.",
    "Name or service not known": "No network: the package index has no address.",
    "name resolution": "No network: the package index has no address.",
    "Connection refused": "No network: the package index could not be reached.",
    "ConnectTimeoutError": "No network: the package index does not answer.",
    "ReadTimeoutError": "The network is too slow: the package index stopped answering.",
    "No space left on device": "The disk is full.",
    "No matching distribution": "A locked package has no build for this machine.",
}
OTHERWISE = "pip could not install the locked packages."


def install(*arguments: str) -> None:
    """Install into the virtual environment; the user's pip settings choose the index.

    Raises:
        TroubleError: with the cause in a sentence and where pip's own words are.
    """
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--retries", "2"]
    command += ["--disable-pip-version-check", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_text(done.stdout + done.stderr, "utf-8")
        raise TroubleError(f"{sentence(done.stderr)} Details: {LOG}")


def sentence(errors: str) -> str:
    """Put pip's errors in words."""
    return next((SENTENCES[sign] for sign in SENTENCES if sign in errors), OTHERWISE)
