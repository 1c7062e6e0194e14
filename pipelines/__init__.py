"""Turn a raw page into facts: one small file per step, in the order of ITEM_PIPELINES."""
