"""The one family of errors that sayso raises: a user's mistake, told in one line that names the next step."""


class SaysoError(Exception):
    """Something that the run cannot go on with. The message names the thing, the place and the next step."""
