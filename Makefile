.PHONY: protos check-protos python test-sanitized

build = .build
python = $(build)/python
buf = $(build)/buf

# Makes the C of the protos again.
protos:
	rm -rf Sources/CTandemProtos
	Protos/generate.sh Sources/CTandemProtos

# Whether the C is that of the protos, and whether buf likes these and finds that what spoke with
# those of the last commit still does.
check-protos: $(buf)/bin/buf
	rm -rf $(build)/protos
	Protos/generate.sh $(build)/protos/made
	diff -r $(build)/protos/made Sources/CTandemProtos \
	  || { echo "the C is not that of the protos: make protos" >&2; exit 1; }
	$(buf)/bin/buf lint Protos
	mkdir $(build)/protos/last
	! git cat-file -e HEAD:Protos/buf.yaml 2>/dev/null \
	  || { git archive HEAD Protos | tar -x -C $(build)/protos/last \
	       && $(buf)/bin/buf breaking Protos --against $(build)/protos/last/Protos; }

$(buf)/bin/buf:
	python3 -m venv $(buf)
	$(buf)/bin/pip install --quiet buf-bin

# The Python whose protobuf and gRPC the tests speak with.
python: $(python)/.installed

$(python)/.installed: Makefile
	python3 -m venv $(python)
	$(python)/bin/pip install --quiet grpcio grpcio-tools protobuf googleapis-common-protos
	touch $@

# The codec under AddressSanitizer, in a build directory of its own. XCTest and Foundation's Process
# leak a little, which is not ours to mend.
test-sanitized: python
	mkdir -p $(build)/sanitized
	printf 'leak:libXCTest\nleak:libFoundation\n' > $(build)/sanitized/leaks
	TANDEM_PYTHON=$(CURDIR)/$(python)/bin/python3 ASAN_OPTIONS=detect_leaks=1 \
	  LSAN_OPTIONS=suppressions=$(CURDIR)/$(build)/sanitized/leaks \
	  swift test --scratch-path $(build)/sanitized --sanitize=address \
	  --filter TandemProtocolTests
