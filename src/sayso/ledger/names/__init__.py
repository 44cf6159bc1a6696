"""What names stand for: one name for one actor or place.

Enters: the names that documents use, the situation, what people say of them. Leaves: the name each goes by, with what
it lies in, its offices, the side it is on.
"""
