# What people ask for: make demo, make test. The rest serves these two.
.PHONY: demo test setup build release bench bench-planner rules check lint protos check-protos python test-sanitized

build = .build
# Debian's packages that a build needs, and those that the tests need besides.
packages = coinor-libclp-dev libprotobuf-c-dev libsqlite3-dev pkg-config
test_packages = openssl protobuf-compiler protobuf-c-compiler sqlite3 $(shell \
  python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv)

# One audit, two independent experts: a server, a partner and a coordinator, start to end.
demo: setup build
	Tests/EndToEndTests/Resources/demo.sh $(build)/debug

# Few at once: hundreds of servers and clients on few cores would run into their time limits.
test: packages += $(test_packages)
test: setup python
	swift build --build-tests
	TANDEM_PYTHON=$(CURDIR)/$(python)/bin/python3 \
	  SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=6 swift test --skip-build

# Installs what is missing of Debian's packages.
setup:
	@missing=; for name in $(packages); do \
	  dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q 'install ok' \
	    || missing="$$missing $$name"; done; \
	[ -z "$$missing" ] || { \
	  command -v apt-get >/dev/null || { \
	    echo "This needs Debian's packages$$missing, or what your system calls them." >&2; \
	    exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
	  echo "Installing$$missing" >&2; \
	  { $$sudo apt-get -qq update \
	    && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $$missing; } \
	  >&2 || { echo "That failed. As root: apt-get install$$missing" >&2; exit 1; }; }

# Each rule and how it is applied, as a table; every cell is a test.
rules: setup
	swift build --build-tests
	@swift test --skip-build --filter RuleTableTests > $(build)/rules.txt 2>&1 \
	  || { cat $(build)/rules.txt; exit 1; }
	@grep '^|' $(build)/rules.txt

build: setup
	swift build --product tandemd
	swift build --product tandem

# Optimised, for use: .build/release/tandemd and .build/release/tandem.
release: setup
	swift build -c release --product tandemd
	swift build -c release --product tandem

# Figures of the optimised build.
bench: release
	swift package --allow-writing-to-package-directory benchmark --no-progress
	Sources/Benchmarks/memory.sh $(build)/release Tests/EndToEndTests/Resources/optonet.json

# The best plans of the shared and of larger problems, proven, beside CP-SAT where ortools is
# installed for PYTHON. LARGE=--large adds 10,000 experts and 5,000 audits.
PYTHON = python3
bench-planner: setup
	swift build -c release --product tandem
	@$(PYTHON) Sources/Benchmarks/planner.py $(build)/release/tandem ../shared $(LARGE)

check: check-protos lint

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

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
