# SPDX-License-Identifier: GPL-3.0-or-later
"""What a full check borrows and gives back: a screen and a database."""
