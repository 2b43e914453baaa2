# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in plain sentences whether an exported log is whole."""
