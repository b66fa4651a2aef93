"""Files to nouns: articles, edits and settings, with what is wrong with them."""
