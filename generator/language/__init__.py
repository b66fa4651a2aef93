"""Language as data: one TOML table per language, a compiler for it, and productions that hold meaning and no language."""
