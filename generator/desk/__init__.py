"""What the editing pages ask and are shown, apart from how it travels: what a build knows in, one new edit out, for every act of an editor.

``state`` the nouns · ``showing`` a build as the pages ask for it, ``queue`` and ``log`` as the desk does · ``asking`` what a page asks for
as an Edit · ``writing`` an Edit as the text of its file · ``saved`` a file that was written · ``sitting`` acts saved and undone.
"""
