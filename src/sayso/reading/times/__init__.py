"""Times: expressions of time in a text, their values, and what they date."""

from sayso.reading.times.about import about
from sayso.reading.times.edtf import edtf
from sayso.reading.times.find import find
from sayso.reading.times.saying import said

__all__ = ["about", "edtf", "find", "said"]
