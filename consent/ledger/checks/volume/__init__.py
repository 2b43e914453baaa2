# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked in a volume of a teacher, offline, each in its own file."""
