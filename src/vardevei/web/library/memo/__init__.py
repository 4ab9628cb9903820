"""The memo: reading an edition, contributing to it, writing the next one."""
