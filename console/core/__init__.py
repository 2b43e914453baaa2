# SPDX-License-Identifier: GPL-3.0-or-later
"""What the console knows and asks: events in, commands out, no input or output."""
