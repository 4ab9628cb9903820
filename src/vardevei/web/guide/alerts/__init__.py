"""Alerts by mail, without an account: asking for them, saying yes, changing and stopping them, and their feeds."""
