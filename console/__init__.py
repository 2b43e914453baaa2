# SPDX-License-Identifier: GPL-3.0-or-later
"""What the teacher runs: it asks, and the laptops decide."""
