"""Taking a new edition of the register from Statistics Norway and Enhetsregisteret: ask, compare, show, write.

None of this has been run against the real services, only against local ones made to answer as their documentation says.
"""
