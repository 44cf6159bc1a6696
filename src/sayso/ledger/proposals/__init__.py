"""Propose parties and places of a situation from readings; see `sayso.ledger.proposals.propose`."""

from sayso.ledger.proposals.propose import Proposal, propose_parties_and_places

__all__ = ["Proposal", "propose_parties_and_places"]
