"""How the outlets of a story tell it: whom they quote, what they name, which words they choose, when, on whose word.

:func:`shilu.chronicle.comparison.compare.compare` is the one door; what it returns is in :mod:`.records`.
"""
