"""The map of where events were: land, marks and the list beside it, without any other site."""
