"""Figures that measure one thing, through time.

Enters: figures under the names of their sources and places. Leaves: series, what each origin says last, and what was
corrected, revised or taken back.
"""
