# Slugline. `make` alone lists what there is to make.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# 2026.1
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.7.0
DATA := ../shared/data
EVALUATE := python3 ../shared/tools/evaluate.py
FUZZTIME ?= 20s
WASM := GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags='-s -w'
# Nothing is inlined in these: 30 KB less, and no measurable time.
SMALL := $(foreach p,article archive dedup desk entity/numex export text,-gcflags=slugline/analyzer/$p=-l) -gcflags=strconv=-l -gcflags=internal/strconv=-l -gcflags=sort=-l
export PORT ?= 8080

.PHONY: help run build engine reference site single package worker worker-dev worker-deploy worker-measure test check generate eval bench bench-archive fuzz size screenshots clean bench-page

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1|\2/' | column -t -s '|'

run: node_modules ## build, serve on 127.0.0.1:8080 (PORT=…), rebuild and reload on every change
	go run ./build/serve

build: engine reference site ## build/dist: the engine, the prose engine, the static page

engine:
	@mkdir -p build/dist
	@go run ./build/inline
	$(WASM) -overlay build/cache/inline/overlay.json $(SMALL) -o build/dist/engine.wasm ./wasm/engine
	@go run ./build/slim build/dist/engine.wasm

reference:
	@mkdir -p build/dist
	$(WASM) -o build/dist/reference.wasm ./wasm/reference

site: node_modules
	node build/site/site.js

single: engine node_modules ## build/dist/slugline.html: the page in one file, opened by double-click
	node build/single/single.js

package: engine node_modules ## build/dist/npm: the npm package
	node build/package/package.js

worker: engine site ## build/dist/worker: the Cloudflare Worker, and its page beside it
	@mkdir -p build/dist/worker
	@go run github.com/syumai/workers/cmd/workers-assets-gen -mode=go -o build/dist/worker
	@go run ./build/unselftest
	GOOS=js GOARCH=wasm go build -overlay build/cache/unselftest/overlay.json -trimpath -tags nethttpomithttp2 -ldflags='-s -w' -o build/dist/handler.wasm ./wasm/edge
	@go run ./build/slim build/dist/handler.wasm
	node build/worker/worker.js

worker-dev: worker ## the Worker with a database and a token of its own on 127.0.0.1:8787 (wrangler dev)
	@test -f wasm/edge/.dev.vars || printf "TOKENS='%s'\n" "$$(node wasm/edge/token.js dev read,write,admin)" > wasm/edge/.dev.vars
	npx --no-install wrangler d1 migrations apply DB --local -c wasm/edge/wrangler.jsonc
	npx --no-install wrangler dev -c wasm/edge/wrangler.jsonc --ip 127.0.0.1

worker-deploy: worker ## deploy it to Cloudflare (wrangler login first)
	npx --no-install wrangler d1 migrations apply DB --remote -c wasm/edge/wrangler.jsonc
	npx --no-install wrangler deploy -c wasm/edge/wrangler.jsonc

worker-measure: worker ## the Worker's costs, its verdicts beside the command line's, and the long runs (20 minutes)
	node --experimental-websocket build/edgebench/load.js
	node build/edgebench/long.js
	@test -d $(DATA) || { echo "$(DATA) is not here: there is nothing to compare on."; exit 1; }
	node build/edgebench/same.js
	node build/edgebench/simulate.js

test: build single worker chromium ## every test: Go, Node over engine.wasm, Playwright over the served page
	go test ./...
	node --test $$(find web wasm build -name '*.test.js' -not -path '*/node_modules/*' | sort)

check: node_modules ## formatting, vet, staticcheck, types, eslint, import guard, licences
	@test -z "$$(gofmt -l analyzer wasm build)" || { echo "gofmt these:"; gofmt -l analyzer wasm build; exit 1; }
	go vet ./...
	GOOS=wasip1 GOARCH=wasm go vet -unsafeptr=false ./wasm/engine ./wasm/reactor ./wasm/reference
	GOOS=js GOARCH=wasm go vet ./wasm/edge/...
	printf 'native:\nwasip1: GOOS=wasip1 GOARCH=wasm\njs: GOOS=js GOARCH=wasm\n' | go run $(STATICCHECK) -matrix ./...
	go run ./build/guard
	npx --no-install tsc --project tsconfig.json
	npx --no-install eslint .
	node build/licences.js

# Each program reads what the ones above it have written. The same inputs give the same bytes.
generate: ## the tables of analyzer/model and analyzer/text again, from ../shared/data and two npm packages
	@test -d $(DATA) || { echo "$(DATA) is not here: it holds what the tables are made from."; exit 1; }
	node build/inputs.js
	go run ./build/texttables
	go run ./build/wordclasses
	go run ./build/background
	go run ./build/taxonomy
	go run ./build/topiclexicon
	go run ./build/gazetteer
	go run ./build/places
	go run ./build/postrain
	go run ./build/nametrain
	go run ./build/topictrain
	go run ./build/rehearsal

eval: engine ## score the command line on the labelled dev sets in ../shared/data
	@test -d $(DATA) || { echo "$(DATA) is not here: there is nothing to score on."; exit 1; }
	$(EVALUATE) ner --data $(DATA)/ner/dev/worldwide_dev.jsonl --data $(DATA)/ner/dev/own_dev.jsonl
	$(EVALUATE) ner --types person,organization,place,group,event,work,product --data $(DATA)/ner/dev/own_dev.jsonl
	$(EVALUATE) topics --data $(DATA)/topics/dev/wikinews_topics.jsonl
	$(EVALUATE) topics --data $(DATA)/topics/dev/worldwide_topics.jsonl
	$(EVALUATE) topics --data $(DATA)/topics/dev/bbc.jsonl
	$(EVALUATE) keyphrases --data $(DATA)/keyphrases/dev/duc2001_dev.jsonl
	$(EVALUATE) dedup --corpus $(DATA)/dedup/dev/corpus*.jsonl --queries $(DATA)/dedup/dev/queries.jsonl --pairs $(DATA)/dedup/dev/pairs.tsv

bench: engine reference node_modules ## names, keyphrases, duplicates and time, beside other tools on the same texts
	node build/bench/bench.js
	@if [ -d $(DATA) ]; then mkdir -p build/cache; node build/bench/duplicates/peer.js $(DATA)/dedup/dev build/cache/peer.jsonl && \
	  go run ./build/dedupeval -data $(DATA)/dedup/dev -baselines -flagged build/cache/peer.jsonl | grep -E '^(P |archive|method|SimHash|MinHash|npm)'; fi

bench-page: build chromium ## Chromium: start, longest task, frames while typing, memory, beside their bars
	node build/pagebench/pagebench.js

bench-archive: build chromium build/cache/large.slugline ## 100,000 articles in Node and Chromium, and 200 kills of the page and of the command line while they write
	node build/archivebench/node.js
	node build/archivebench/opening.js
	node build/archivebench/kills.js 200
	SLUGLINE_KILLS=200 node --test --test-name-pattern='killed at any moment' web/cli/test/cli.test.js

build/cache/large.slugline:
	@mkdir -p build/cache
	go run ./build/largearchive -o $@

fuzz: ## every fuzz test for FUZZTIME (20s) each
	@grep -rlE '^func Fuzz' --include='*_test.go' analyzer wasm build | while read -r file; do \
	  for name in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9_]*).*/\1/p' $$file); do \
	    (cd $$(dirname $$file) && go test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x .); \
	  done; done

size: build ## what a reader downloads, compressed, against its budget
	node build/size.js

screenshots: build chromium ## pictures of the page in its states, in build/dist/screenshots
	node build/screenshots/screenshots.js

clean: ## remove what was built
	rm -rf build/dist

# npm's packages, exactly as locked; again when the lock is newer.
node_modules: package-lock.json
	npm ci --no-audit --no-fund
	@touch node_modules

# Debian's Chromium for the browser tests, or a word on what is missing.
.PHONY: chromium
chromium:
	@command -v $${CHROMIUM:-chromium} >/dev/null || command -v google-chrome >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq chromium; \
	  else echo "The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM to its path."; exit 1; fi; }
