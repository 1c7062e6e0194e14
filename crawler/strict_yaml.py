"""YAML that does not pass over a mistake."""

import yaml


class StrictLoader(yaml.SafeLoader):
    """YAML in which a key given twice is an error, not the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:  # noqa: FBT001, FBT002 (PyYAML's signature)
        """Return the mapping; raises ConstructorError at a repeated key."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"{key} stands twice", node.start_mark)
        return super().construct_mapping(node, deep)
