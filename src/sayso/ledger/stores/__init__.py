"""Stores: what differs between a file and a server that a ledger is kept in; see `sayso.ledger.stores.store`."""
