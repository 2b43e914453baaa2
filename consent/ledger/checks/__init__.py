# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked in a pack, offline, each in its own file."""
