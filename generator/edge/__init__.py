"""Everything that touches disk, network, clock, processes or terminal."""
