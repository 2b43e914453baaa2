# SPDX-License-Identifier: GPL-3.0-or-later
"""What the office is told, in English."""
