"""Find the names that somebody may mean who asks for one.

Enters: what was asked for, and a way to look up names by blocks. Leaves: all names of documents that fit it by a naming
of all names: by `Naming.fits`, places by `Naming.same`. Refuses: a question without a word, which every name would fit.
"""

from collections.abc import Iterable

from sayso.ledger.judgements.parting import Verdicts
from sayso.ledger.names.actors import chosen_actors
from sayso.ledger.names.blocks import by_word
from sayso.ledger.names.folding import Key, fold
from sayso.ledger.names.neighbourhood import Look, name_near
from sayso.ledger.names.place_neighbourhood import LookPlaces, place_near
from sayso.ledger.names.sounding import sounds
from sayso.model import SaysoError, Situation


def refuse_wordless(asked: str | None) -> None:
    """SaysoError where no word of what is asked for, if anything is, could be a name."""
    if asked is not None and not sounds(fold(asked)):
        raise SaysoError(f"{asked!r} has no word in it that could be a name; give a name")


def names_fitting(
    asked: str,
    look: Look,
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> frozenset[str]:
    """The names of actors that `asked` fits. Names that are never joined are among them as far as `look` finds them
    (see `blocks_of_words`). SaysoError where there is no word in `asked`.
    """
    refuse_wordless(asked)
    words = sounds(fold(asked))
    written = tuple(written)
    # The longest word is taken for the rarest: a name that fits has them all.
    having = {one.name for one in look([by_word(max(words, key=lambda word: (len(word), word)))])}
    chosen = {*chosen_actors(situation).values(), *written}
    seeds = {name for name in having | chosen if words <= sounds(fold(name))}
    near = name_near({asked, *seeds}, look, situation, verdicts, written)
    return frozenset(name for name in near.names | (having & seeds) if near.naming.fits(asked, name))


def places_fitting(
    asked: str,
    look: LookPlaces,
    situation: Situation,
    verdicts: Verdicts[Key] = Verdicts(),  # noqa: B008
    written: Iterable[str] = (),
) -> frozenset[str]:
    """The names of the place that is called `asked`."""
    near = place_near([asked], look, situation, verdicts, written)
    return frozenset(name for name in near.names if near.naming.same(asked, name))
