"""Time expressions: recognise what was said, resolve it against a reference time, and say how."""
