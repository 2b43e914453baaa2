# SPDX-License-Identifier: GPL-3.0-or-later
"""De zinnen van het kantoor, in het Nederlands."""
