# SPDX-License-Identifier: GPL-3.0-or-later
"""What the laptop decides: events in, commands out, no input or output."""
