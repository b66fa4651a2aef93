"""The structure of sentences: words and marks, tagged and hung together by a trained model, as Trees."""
