# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the teacher's window, one file per language."""
