"""Where documents come from: files, folders, standard input; and the files of situations and judgements."""

from sayso.sources.inputs import receive
from sayso.sources.judgement_file import dump_judgements, load_judgements
from sayso.sources.received import Received
from sayso.sources.situation_file import dump_situation, find_situation, load_situation

__all__ = [
    "Received", "dump_judgements", "dump_situation", "find_situation", "load_judgements", "load_situation", "receive",
]  # fmt: skip
