# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents a school signs, and the command a teacher signs. No disk, no clock."""
