"""Exports: the record in the forms of other programs, and drawn.

Enters: views of the ledger. Leaves: text or bytes. Nothing is opened or asked here. `sayso.exports.registry` has the
forms.
"""
