"""When an article came out: full dates as people and programs write them, what speaks for one, and what that comes to."""
