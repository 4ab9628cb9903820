"""Answering a survey by a link: without account or password, on a phone, in three languages."""
