# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the house itself: walls, mirror, sizes, what is forbidden."""
