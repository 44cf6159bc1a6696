"""Where documents come from: files, folders, standard input; and the file that says what is followed."""

from sayso.sources.inputs import receive
from sayso.sources.received import Received
from sayso.sources.situation_file import dump_situation, find_situation, load_situation

__all__ = ["Received", "dump_situation", "find_situation", "load_situation", "receive"]
