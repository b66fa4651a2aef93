"""The nouns: frozen, slotted dataclasses and closed unions. Standard library only; imports nothing of ours."""
