# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at this laptop: the account of the active session on the first seat."""

import ctypes
import ctypes.util
import pwd


def active_uid() -> int | None:
    """Ask logind; None where there is none, or nobody sits here."""
    name = ctypes.util.find_library("systemd")
    if name is None:
        return None
    try:
        library = ctypes.CDLL(name)
        uid = ctypes.c_uint32()
        found = library.sd_seat_get_active(b"seat0", None, ctypes.byref(uid))
    except (OSError, AttributeError):
        return None
    return int(uid.value) if found >= 0 else None


def account_of(uid: int) -> str:
    """Give the account's name; its number where it has none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
