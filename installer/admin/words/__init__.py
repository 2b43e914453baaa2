# SPDX-License-Identifier: GPL-3.0-or-later
"""What the office is told, a folder a language; all have the same keys."""
