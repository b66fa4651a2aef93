"""Write a trained network as a model file of UDPipe 1 (``ufal.udpipe``), of the kind "morphodita_parsito" that holds only a parser.

In: a Network, its outcomes' labels and its node selectors. Out: bytes.
The format (version 3 of the model, version 2 of the network) as UDPipe's own reader has it: a name, versions, flags for what is left out,
then one LZMA stream (sizes, a checksum, the properties, the data) of labels, the names of transition system and nodes, the tables of the
columns and two matrices.
"""

from __future__ import annotations

import lzma
import math
import struct
import tempfile

import numpy as np
from ufal import udpipe

from benchmarks.training.network import Floats, Network

_HEADER = b"\x12morphodita_parsito\x03\x7f\x7f" + b"\x00\x00\x01"
_RELU = 2
_NO_UNKNOWN = b"\x00"
_END_MARK = 16
_STEPS = 8


def model_bytes(network: Network, labels: tuple[str, ...], nodes: str, *, single_root: bool) -> bytes:
    """Return the model file of a network whose outcomes are: shift, then left and right arc of every label."""
    *tables, into, bias, out, out_bias = (rounded(each) for each in network.averages)
    body = bytearray(_text("nn_versioned") + bytes([2, int(single_root)]))
    body += struct.pack("<H", len(labels)) + b"".join(map(_text, labels)) + _text("projective") + _text(nodes)
    body += struct.pack("<H", len(network.columns)) + b"".join(_text(column.name) for column in network.columns)
    for column, table in zip(network.columns, tables, strict=True):
        body += struct.pack("<II", column.size, len(column.words)) + b"".join(map(_text, column.words))
        body += _NO_UNKNOWN + table[: len(column.words)].tobytes()
    body += bytes([_RELU]) + _matrix(np.vstack([into, bias])) + _matrix(np.vstack([out, out_bias]))
    return _readable(bytes(body))


def rounded(weights: Floats) -> Floats:
    """Round to multiples of a power of two, about eight of them in a standard deviation.

    It costs no accuracy and makes the file a third; and sums of such products are exact in float32, whatever their order.
    """
    spread = float(weights.std())
    step = 2.0 ** round(math.log2(spread / _STEPS)) if spread else 1.0
    return (np.round(weights / step) * step).astype(np.float32)


def _text(words: str) -> bytes:
    raw = words.encode()
    return (bytes([len(raw)]) if len(raw) < 255 else b"\xff" + struct.pack("<I", len(raw))) + raw


def _matrix(weights: Floats) -> bytes:
    shape: bytes = struct.pack("<II", *weights.shape)
    return shape + bytes(np.ascontiguousarray(weights, np.float32))


def _readable(body: bytes) -> bytes:
    """Compress, and cut off the mark at the end of the stream: UDPipe wants the data to end with the body, to the byte.

    Where that is only UDPipe's own decoder can tell, so it is asked.
    """
    chain = [{"id": lzma.FILTER_LZMA1, "preset": 9, "lc": 0, "lp": 2, "pb": 2, "dict_size": 1 << 24}]
    stream = lzma.compress(body, lzma.FORMAT_ALONE, filters=chain)
    properties, data = stream[:5], stream[13:]
    for end in range(len(data) - _END_MARK, len(data)):
        check = (len(body) * 19991 + end * 199999991 + 1234567890) & 0xFFFFFFFF
        model = _HEADER + struct.pack("<III", len(body), end, check) + properties + data[:end]
        if _loads(model):
            return model
    raise ValueError("UDPipe reads no model that ends near the end of its data")


def _loads(model: bytes) -> bool:
    with tempfile.NamedTemporaryFile() as file:
        file.write(model)
        file.flush()
        return udpipe.Model.load(file.name) is not None
