# SPDX-License-Identifier: GPL-3.0-or-later
"""What a newcomer reads when something is in the way."""


class TroubleError(Exception):
    """One sentence for a person, with the exact line to type where there is one."""
