# SPDX-License-Identifier: GPL-3.0-or-later
"""Walk every road of the law's two readings: the first part of `run.py mutants`.

tests/properties/test_whole_law.py walks parts of it in each check.
"""

import sys
import time

from tests.consent.plans import WHOLE
from tests.consent.worlds import Laptop, Road, roads
from tests.properties.test_whole_law import compare


def main() -> int:
    """Walk them all; the first difference is an AssertionError that tells the world."""
    began_s, walked = time.monotonic(), 0
    laptop: Laptop | None = None
    road = Road(WHOLE)
    for road in roads(WHOLE):
        laptop = laptop or Laptop(road)
        compare(laptop, road)
        walked += 1
    took_s = time.monotonic() - began_s
    print(f"{walked} roads for {road.every:.1e} combinations, {took_s:.0f} s: alike.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
