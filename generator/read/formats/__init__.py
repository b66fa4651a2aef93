"""What people have saved, in the formats they have it in → the articles and addresses that it holds (`docs/formats.md`)."""
