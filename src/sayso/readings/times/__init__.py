"""The reader of times; see `sayso.readings.times.read`."""
