// Command serve builds the page, serves it on this machine only, and while it runs
// builds again and reloads the page whenever a source file changes.
//
//	go run ./build/serve           # port 8080, or $PORT
//	go run ./build/serve -static   # serve build/dist/site as it is: no building, no reloading
//
// It is a development server: a newsroom serves build/dist/site with its own.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	static := flag.Bool("static", false, "serve build/dist/site as it is")
	flag.Parse()
	if err := run(*static); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func run(static bool) error {
	if _, err := os.Stat("go.mod"); err != nil {
		return errors.New("run this from the repository's root")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		return fmt.Errorf("%w (PORT=8081 make run takes another port)", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	var page *reloader
	if !static {
		page = newReloader()
		if err := buildAll(ctx); err != nil {
			return err
		}
		go watch(ctx, page)
	}
	server := &http.Server{Handler: handler("build/dist/site", page), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	fmt.Printf("\n  Slugline is at http://%s/   (Ctrl-C ends it)\n\n", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
