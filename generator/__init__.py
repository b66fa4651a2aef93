"""Dateline: a folder of news articles in, a timeline website out."""

__version__ = "0.1.0"
