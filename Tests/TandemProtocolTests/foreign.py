"""Python's protobuf as the other side of the codec's tests.

    foreign.py PROTOS names              the full name of each message type of the protos
    foreign.py PROTOS random SEED COUNT  COUNT random messages of each type
    foreign.py PROTOS again              each message of the input, read and written again
    foreign.py PROTOS status             each google.rpc.Status of the input as JSON

A message is a line of its type's full name and its bytes in hexadecimal digits.
"""

import importlib.resources
import pathlib
import random
import sys
import tempfile

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory
from google.protobuf.descriptor import FieldDescriptor
from google.rpc import error_details_pb2, status_pb2  # for Any in JSON
from grpc_tools import protoc

BOUNDS = {
    FieldDescriptor.TYPE_INT32: (-(2**31), 2**31 - 1),
    FieldDescriptor.TYPE_UINT32: (0, 2**32 - 1),
    FieldDescriptor.TYPE_INT64: (-(2**63), 2**63 - 1),
    # Swift's Int holds no more.
    FieldDescriptor.TYPE_UINT64: (0, 2**63 - 1),
}
LETTERS = "aZ09 ._-é\u0301日本👩🔬\u00a0"


def load(protos):
    """The message types under a directory of protos, by full name."""
    protos = pathlib.Path(protos)
    names = sorted(str(path.relative_to(protos)) for path in protos.rglob("*.proto"))
    with tempfile.TemporaryDirectory() as directory:
        made = pathlib.Path(directory) / "protos"
        well_known = importlib.resources.files("grpc_tools") / "_proto"
        arguments = ["protoc", f"-I{protos}", f"-I{well_known}", f"--descriptor_set_out={made}"]
        if protoc.main(arguments + ["--include_imports"] + names) != 0:
            sys.exit("the protos cannot be compiled")
        files = descriptor_pb2.FileDescriptorSet.FromString(made.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    types = {}
    for file in files.file:
        collect(pool.FindFileByName(file.name).message_types_by_name.values(), types)
    return types


def collect(descriptors, types):
    for descriptor in descriptors:
        types[descriptor.full_name] = message_factory.GetMessageClass(descriptor)
        collect(descriptor.nested_types, types)


def value(field, source):
    if field.type in BOUNDS:
        low, high = BOUNDS[field.type]
        return source.choice([low, high, max(low, -1), 0, 127, 128, source.randint(low, high)])
    if field.type == FieldDescriptor.TYPE_BOOL:
        return source.random() < 0.5
    if field.type == FieldDescriptor.TYPE_ENUM:
        return source.choice(field.enum_type.values).number
    if field.type == FieldDescriptor.TYPE_BYTES:
        return source.randbytes(source.randrange(6))
    return "".join(source.choices(LETTERS, k=source.randrange(8)))


def fill(message, source, depth=0):
    for field in message.DESCRIPTOR.fields:
        count = source.randint(0, max(1, 4 - depth))
        is_message = field.type == FieldDescriptor.TYPE_MESSAGE
        if field.is_repeated if hasattr(field, "is_repeated") else field.label == 3:
            values = getattr(message, field.name)
            for _ in range(count):
                if is_message:
                    fill(values.add(), source, depth + 1)
                else:
                    values.append(value(field, source))
        elif is_message:
            if count:
                getattr(message, field.name).SetInParent()
                fill(getattr(message, field.name), source, depth + 1)
        else:
            setattr(message, field.name, value(field, source))


def write(name, message):
    print(name, message.SerializeToString(deterministic=True).hex())


def read(types):
    for line in sys.stdin:
        name, _, digits = line.rstrip("\n").partition(" ")
        message = types[name].FromString(bytes.fromhex(digits))
        message.DiscardUnknownFields()
        yield name, message


def main():
    protos, task, *arguments = sys.argv[1:]
    if task == "status":
        for _, message in read({"google.rpc.Status": status_pb2.Status}):
            print(json_format.MessageToJson(message, indent=None, sort_keys=True))
        return
    types = load(protos)
    if task == "names":
        print("\n".join(sorted(types)))
    elif task == "random":
        seed, count = map(int, arguments)
        source = random.Random(seed)
        for name in sorted(types):
            for _ in range(count):
                message = types[name]()
                fill(message, source)
                write(name, message)
    elif task == "again":
        for name, message in read(types):
            write(name, message)
    else:
        sys.exit(__doc__)


main()
