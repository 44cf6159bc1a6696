"""What people decided, weighed against one another.

Enters: judgements. Leaves: what they amount to for names, records, series, copies and incidents.
"""
