"""The hosts a site is published to: one function each, that opens a target as a Place; `shipping` does the rest for all of them."""
