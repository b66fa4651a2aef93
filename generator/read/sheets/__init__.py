"""What editors keep already: tables, TimelineJS sheets and timelines → rows, each an event or the reason why it is none."""
