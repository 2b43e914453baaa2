# SPDX-License-Identifier: GPL-3.0-or-later
"""The operating systems' screens, one file each."""
