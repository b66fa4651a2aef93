"""Acts of editors laid over what was found: ``laying`` the whole, ``acts/`` one kind each, ``anchoring`` their words found again."""
