"""Python stubs of tandem.v1, made from Protos/ when they are imported.

    import stubs; stubs.load("…/Protos"); from tandem.v1 import audit_pb2
"""
import atexit
import pathlib
import shutil
import sys
import tempfile


def load(protos: str) -> None:
    import grpc_tools
    from grpc_tools import protoc

    target = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, target, True)
    well_known = str(pathlib.Path(grpc_tools.__file__).parent / "_proto")
    files = [str(p.relative_to(protos)) for p in pathlib.Path(protos).glob("tandem/v1/*.proto")]
    code = protoc.main(["protoc", f"-I{protos}", f"-I{well_known}", f"--python_out={target}",
                        f"--grpc_python_out={target}", *files])
    assert code == 0, "protoc failed"
    sys.path.insert(0, target)
