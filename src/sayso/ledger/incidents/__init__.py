"""Events of many documents that are one happening.

Enters: events with their tolls, places and days. Leaves: incidents, each with what joined its events.
"""
