# SPDX-License-Identifier: GPL-3.0-or-later
"""What is allowed and what was done. No wire, no Qt, no clock."""
