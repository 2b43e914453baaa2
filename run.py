# SPDX-License-Identifier: GPL-3.0-or-later
"""Start here: `python3 run.py demo` or `python3 run.py test`."""

# Every Python back to 2.7 must parse this file, so that an old one says a sentence.
import os.path
import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- the one place that asks
    sys.stderr.write(
        "Inzage needs Python 3.11 or newer; this is Python %d.%d (%s).\n"  # noqa: UP031
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(3)

# Ours first: another package on this machine may be called installer too.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

from installer.newcomer.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
