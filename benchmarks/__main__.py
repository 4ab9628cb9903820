"""All measurements, or those that are named: `make bench`, `python -m benchmarks linking pages`."""

import runpy
import sys

ALL = ("linking", "imports", "pages", "figures", "retrieval", "memo")

for name in [word for word in sys.argv[1:] if word in ALL] or ALL:
    print(f"\n== {name}", flush=True)
    sys.argv = [name]
    runpy.run_module(f"benchmarks.{name}", run_name="__main__")
