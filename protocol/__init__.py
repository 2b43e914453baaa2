# SPDX-License-Identifier: GPL-3.0-or-later
"""What travels: bytes in, events out. No socket, no clock, no law, no Qt."""
