"""An article in pieces: its sentences, and which of them tell the story."""
