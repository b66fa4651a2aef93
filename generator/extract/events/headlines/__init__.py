"""Headlines: several ways to say an event in the source's own words, and the fullest that reads well."""
