# SPDX-License-Identifier: GPL-3.0-or-later
"""`python -m installer.demo`."""

import sys

from installer.demo.app import main

sys.exit(main(sys.argv[1:]))
