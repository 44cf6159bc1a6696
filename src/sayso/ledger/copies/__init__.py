"""Which documents are one text.

Enters: texts, bylines and addresses. Leaves: groups of copies with their origin, versions of one page, and on how many
independent origins a thing rests.
"""
