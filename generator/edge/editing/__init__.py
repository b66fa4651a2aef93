"""Editing in the preview, where it touches the world: requests in, one new file in the edits' folder out, for every act of an editor.

``guards`` and ``routes`` the way in · ``saving`` the text on disk, whole or not at all · ``author`` who git says it is. ``pages/`` is the
browser's side. What is asked and shown is the business of ``generator/desk``.
"""
