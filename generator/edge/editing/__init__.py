"""Editing in the preview: what a build knows in, one new file in the edits' folder out, for every act of an editor.

``state`` the nouns · ``showing`` a build as the pages ask for it · ``asking`` what a page asks for as an Edit ·
``writing`` an Edit as the text of its file · ``sitting`` acts saved and undone · ``saving`` the text on disk, whole or not at all ·
``guards`` and ``routes`` the way in. ``pages/`` is the browser's side.
"""
