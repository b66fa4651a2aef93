"""The hosts a site is published to: one function each, that opens a target as an OpenTarget; `shipping` does the rest for all of them."""
