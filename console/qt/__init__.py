# SPDX-License-Identifier: GPL-3.0-or-later
"""What the teacher sees and clicks."""
