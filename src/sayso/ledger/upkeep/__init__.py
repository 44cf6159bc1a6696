"""Keep a ledger whole.

Enters: a ledger. Leaves: whether it is sound, a copy of it, what is derived made anew, its content as lines.
"""
