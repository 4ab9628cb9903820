"""Measurements as ratios within one run: `make bench`. Never in the test run."""
