# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school's admin runs, and how a newcomer starts."""
