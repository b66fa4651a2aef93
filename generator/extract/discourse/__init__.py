"""What runs through an article from sentence to sentence: who and what it speaks of."""
