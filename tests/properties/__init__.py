# SPDX-License-Identifier: GPL-3.0-or-later
"""Properties that hold for everything Hypothesis can think of."""
