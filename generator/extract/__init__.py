"""Text to mentions: sentences, time expressions, and the events that they date."""
