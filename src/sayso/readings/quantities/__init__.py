"""The reader of quantities; see `sayso.readings.quantities.read`."""
