"""A county's list of contacts: read, look, decide, put in, and take out again in the same columns.

reading -> columns, people, recognising, entries -> comparing (plans) -> applying -> taking_out
"""
