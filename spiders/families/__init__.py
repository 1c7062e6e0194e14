"""One file a content system that needs one: article links and next pages of its lists."""
