"""What editors did, laid over the events: which event an act is about, its fields, its shape, its check. Used by ``edits.laying``."""
