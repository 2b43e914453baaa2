# SPDX-License-Identifier: GPL-3.0-or-later
"""From a pupil's bytes to pixels: a strict gate, then a process with few powers."""
