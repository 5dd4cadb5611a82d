"""From what was seen to what an editor should think."""
