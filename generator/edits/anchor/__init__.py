"""Finding words again in a text that may have changed: folding, words, differences. Used by ``edits.anchoring``."""
