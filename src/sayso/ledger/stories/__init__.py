"""Documents about one happening on following days.

Enters: titles, texts and days. Leaves: which story each document is of.
"""
