"""The reader of statements; see `sayso.readings.statements.read`."""
