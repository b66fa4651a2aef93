"""A saved web page, part by part: its elements, its linked data, its address, its dates, its title, its body."""
