# SPDX-License-Identifier: GPL-3.0-or-later
"""What is freed is gone: no pixels in freed memory, none in a crash dump.

Dropping a picture frees its bytes, but a C library keeps freed memory as it was. Here
glibc is told to fill what is freed, and to give larger blocks back to the system at
once. Elsewhere only crash dumps are switched off.

Source: docs/rights.md R-69; docs/spec/tile.md.
"""

import ctypes
import sys
from typing import Final

_M_MMAP_THRESHOLD: Final = -3
_M_PERTURB: Final = -6
_LARGE_BYTES: Final = 32_768  # less than any decoded picture
_FILL: Final = 0x5A
_PR_SET_DUMPABLE: Final = 4

try:
    import resource
except ImportError:  # Windows writes no core files by itself
    resource = None  # type: ignore[assignment]


def begin() -> bool:
    """Switch it on for this process; says whether freed memory is filled too."""
    if resource is not None:
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None)
    library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    mallopt = getattr(library, "mallopt", None)
    if mallopt is None:  # another C library than glibc
        return False
    large = mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)
    return bool(large and mallopt(_M_PERTURB, _FILL))
