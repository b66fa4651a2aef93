"""A headline is an event's frame, printed: whole constituents only, and every name one that a reader of the line alone can place."""
