# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs on the pupil's laptop, and nothing else does."""
