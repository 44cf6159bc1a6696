"""What a phrase for those counted gives: the words that series compare."""

from sayso.ledger.series.populations import fold_population


def gives(entry, analysis) -> str:
    return " ".join(fold_population(entry.example)) or "-"
