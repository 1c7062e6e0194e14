"""Write JSON that a reader of the database can read."""

import json


def to_json(value: object) -> str:
    """Return `value` as compact JSON with Chinese left as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
