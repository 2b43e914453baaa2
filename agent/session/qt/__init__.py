# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil sees and clicks."""
