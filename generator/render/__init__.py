"""Timeline to files: permalinks, the plan of pages, templates, feeds and exports."""
