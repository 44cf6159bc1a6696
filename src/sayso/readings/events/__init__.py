"""The reader of events; see `sayso.readings.events.read`."""
