"""The reader of figures; see `sayso.readings.figures.read`."""
