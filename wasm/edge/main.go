//go:build js && wasm

// Command edge answers the requests of the API on Cloudflare Workers that have to do with
// the archive. syumai/workers makes a new instance of it for every request, so nothing is
// kept here: the engine, keys and queues live in the entry script (entry.js), which says in
// its binding who asks and carries out what the engine is asked.
//
//	GOOS=js GOARCH=wasm go build ./wasm/edge
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"syscall/js"
	"time"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare/d1"

	"slugline/wasm/edge/api"
	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// asked is what the entry script says of a request.
type asked struct {
	Principal api.Principal `json:"principal"`
	Retention int           `json:"retention"`
	Shards    []struct {
		From    string `json:"from"`
		Binding string `json:"binding"`
	} `json:"shards"`
}

func main() {
	binding := js.Global().Get("context").Get("binding")
	var in asked
	if err := json.Unmarshal([]byte(binding.Get("asked").String()), &in); err != nil {
		panic(err)
	}
	a := &api.API{Engine: engine.Engine{Call: caller(binding)}, Store: &store.Store{}, Principal: in.Principal, Now: time.Now, Retention: in.Retention,
		Log: func(err error) { binding.Call("log", err.Error()) }}
	for _, shard := range in.Shards {
		connector, err := d1.OpenConnector(shard.Binding)
		if err != nil {
			panic(err)
		}
		a.Store.Shards = append(a.Store.Shards, store.Shard{From: shard.From, DB: sql.OpenDB(connector)})
	}
	workers.Serve(a.Handler())
}

// caller asks the engine through the entry script: call(op, bytes) returns bytes, or the
// text of a refusal, or throws.
func caller(binding js.Value) func(op int32, request []byte) ([]byte, error) {
	array := js.Global().Get("Uint8Array")
	return func(op int32, request []byte) (answer []byte, err error) {
		in := array.New(len(request))
		js.CopyBytesToJS(in, request)
		out := binding.Call("call", op, in)
		switch {
		case out.Type() == js.TypeString:
			return nil, &engine.Refused{Reason: out.String()}
		case !out.InstanceOf(array):
			return nil, errors.New("the engine stopped on this input and was started again")
		}
		answer = make([]byte, out.Length())
		js.CopyBytesToGo(answer, out)
		return answer, nil
	}
}
