"""What an article tells: its event mentions, from the frames of its sentences and the days that they are of."""
