"""Vardevei: bring municipalities into European and Nordic cooperation, and measure what came of it."""

__version__ = "0.1.0"
