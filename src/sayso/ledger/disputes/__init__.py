"""Find disputes: sources that cannot all be right, or that charge each other; see `sayso.ledger.disputes.finding`."""

from sayso.ledger.disputes.finding import Grounds, find_disputes

__all__ = ["Grounds", "find_disputes"]
