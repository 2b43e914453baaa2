# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's register: rosters, laptops, opt-outs. Never a pupil's own yes or no."""
