// A reactor that panics in every way and recovers, collects garbage under deep stacks,
// and grows its stack: what a module must still do after slim.
package main

import (
	"runtime"
	"strings"
)

type node struct{ next *node }

func main() {}

//go:wasmexport run
func run() int32 {
	points := int32(0)
	for kind := range 4 {
		points += panics(kind)
	}
	points += deep(2000, nil)
	for range 50 {
		runtime.GC()
	}
	done := make(chan int32)
	go func() {
		defer func() { recover(); done <- 1 }()
		panic(strings.Repeat("x", 3))
	}()
	return points + <-done
}

func panics(kind int) (points int32) {
	defer func() {
		if p := recover(); p != nil {
			if e, ok := p.(error); !ok || e.Error() != "" {
				points = 1
			}
		}
	}()
	var list []int
	var nothing *node
	switch kind {
	case 0:
		return int32(list[kind])
	case 1:
		nothing.next = nil
	case 2:
		panic("deliberate")
	case 3:
		return int32(7 / len(list))
	}
	return 0
}

func deep(n int, last *node) int32 {
	if n == 0 {
		runtime.GC()
		return 1
	}
	x := &node{last}
	r := deep(n-1, x)
	if x.next != last {
		return -1 << 20
	}
	return r
}
