"""Mentions to events: coreference, citations, salience, and the edits laid over them."""
