# SPDX-License-Identifier: GPL-3.0-or-later
"""From our folders to a system's package."""
