"""Parquet: typed columns, zstd, one row group a batch, the explanation of a column in its metadata."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crawler.exports.table import Row, Table


@contextmanager
def parquet_writer(path: Path, table: Table) -> Iterator[Callable[[list[Row]], None]]:
    """Give a function that appends rows to the file, one row group a call."""
    import pyarrow as pa  # 0.2 s that other commands need not wait for
    from pyarrow import parquet

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema(
        pa.field(c.name, types[c.kind], metadata={"title": c.zh, "description": c.en, "unit": c.unit})
        for c in table.columns
    )
    numbers = {at for at, column in enumerate(table.columns) if column.kind == "number"}

    def arrays(rows: list[Row]) -> Iterator[pa.Array]:
        for at, (values, field) in enumerate(zip(zip(*rows, strict=True), schema, strict=True)):
            # Above 2**53 Arrow refuses to take an int for a float.
            given = (
                [value if value is None else float(value) for value in values] if at in numbers else values
            )
            yield pa.array(given, field.type)

    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        yield lambda rows: writer.write_table(pa.Table.from_arrays(list(arrays(rows)), schema=schema))
