# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the check as `python -m installer.verify`."""

import sys

from installer.verify.app import main

if __name__ == "__main__":
    sys.exit(main())
