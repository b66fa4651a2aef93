"""From sentences and time expressions to event mentions: words, verb groups, clauses, who speaks, what is dated, what it is called."""
