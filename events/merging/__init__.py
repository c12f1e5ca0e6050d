"""Two rows that are the same thing become one, and can become two again.

What hangs on a row (claims, roles, links, names, children) is moved by foreign key, whatever the
table; a manifest remembers each move, so that nothing is lost.
"""

from events.merging.merge import merge
from events.merging.undo import undo

__all__ = ["merge", "undo"]
