"""The reader of places; see `sayso.readings.places.read`."""
