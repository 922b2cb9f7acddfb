package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// The runtime's table of functions, as Go 1.20 and later lay it out
// (src/runtime/symtab.go, src/internal/abi/symtab.go): a header, the functions' names,
// compilation units, file names, tables of values by program counter, and a record for
// each function that points into all of these. What the garbage collector and the
// unwinder need (stack sizes, pointer maps, deferred calls, function ids) stays as it is.
// Inlining trees go: recover() walks them to tell a deferred call from one that it made
// itself, and takes a function without a tree for one frame, which is right as long as
// recover is called in the deferred function's own text.

// pclntabHead begins the table: the magic number, two zeros, the quantum of program
// counters and the size of a pointer on wasm.
var pclntabHead = []byte{0xF1, 0xFF, 0xFF, 0xFF, 0, 0, 1, 8}

// Fields of a function's record, in bytes from its start.
const (
	nameOffset    = 4
	fileTable     = 20
	lineTable     = 24
	tableCount    = 28
	unitOffset    = 32
	startLine     = 36
	dataCount     = 43
	recordSize    = 44 // the offsets of tableCount further tables follow, and those of dataCount blobs
	stackTable    = 16
	functabEntry  = 8
	headerNumbers = 8
)

// Tables and blobs that only stack traces read: PCDATA_InlTreeIndex and PCDATA_ArgLiveIndex;
// FUNCDATA_InlTree, FUNCDATA_ArgInfo and FUNCDATA_ArgLiveInfo.
var (
	traceTables = []int{2, 3}
	traceBlobs  = []int{3, 5, 6}
)

// blobsAt is where runtime.moduledata, which begins with the table's address, has the address
// of the blobs; noBlob is the offset of a blob that is not there.
const (
	blobsAt = 320
	noBlob  = 1<<32 - 1
)

var errTable = errors.New("the table of functions is not as Go 1.26 lays it out: look at build/slim")

// blankLines zeroes file names, line tables and the names of functions. The runtime tells
// its own goroutines from others by names that begin with "runtime.": that much stays.
func (m *image) blankLines() error {
	at := bytes.Index(m.memory, pclntabHead)
	if at < 0 || bytes.Contains(m.memory[at+1:], pclntabHead) {
		return errTable
	}
	table := m.memory[at:]
	number := func(i int) int { return int(binary.LittleEndian.Uint64(table[8+8*i:])) }
	if len(table) < 8+8*headerNumbers {
		return errTable
	}
	functions, names, units, files, tables, records := number(0), number(3), number(4), number(5), number(6), number(7)
	if !(0 < names && names < units && units < files && files < tables && tables < records && records+functabEntry*functions < len(table)) {
		return errTable
	}
	blobs, err := m.blobs(at, at+names)
	if err != nil {
		return err
	}
	var keptBlobs, traced []int
	kept := make([]bool, records-tables)
	for i := range functions {
		record := table[records+int(binary.LittleEndian.Uint32(table[records+functabEntry*i+4:])):]
		if len(record) < recordSize {
			return errTable
		}
		field := func(at int) []byte { return record[at : at+4] }
		name := table[names+int(binary.LittleEndian.Uint32(field(nameOffset))):]
		own := bytes.HasPrefix(name, []byte("runtime."))
		for _, at := range []int{nameOffset, fileTable, lineTable, unitOffset, startLine} {
			binary.LittleEndian.PutUint32(field(at), 0)
		}
		if own {
			record[nameOffset] = 1
		}
		count, data := int(binary.LittleEndian.Uint32(field(tableCount))), int(record[dataCount])
		if len(record) < recordSize+4*(count+data) {
			return errTable
		}
		keep(kept, table[tables:records], binary.LittleEndian.Uint32(field(stackTable)))
		for k := range count {
			if slices.Contains(traceTables, k) {
				binary.LittleEndian.PutUint32(field(recordSize+4*k), 0)
			}
			keep(kept, table[tables:records], binary.LittleEndian.Uint32(field(recordSize+4*k)))
		}
		for k := range data {
			f := field(recordSize + 4*(count+k))
			offset := binary.LittleEndian.Uint32(f)
			switch {
			case offset == noBlob:
			case slices.Contains(traceBlobs, k):
				traced = append(traced, int(offset))
				binary.LittleEndian.PutUint32(f, noBlob)
			default:
				keptBlobs = append(keptBlobs, int(offset))
			}
		}
	}
	clearBlobs(blobs, keptBlobs, traced)
	for i, k := range kept {
		if !k {
			table[tables+i] = 0
		}
	}
	clear(table[names:tables])
	copy(table[names+1:], "runtime.")
	return nil
}

// keep marks the bytes of the table of values at an offset: pairs of numbers in LEB128
// that end with a first number of 0. Offset 0 is no table.
func keep(kept []bool, tables []byte, offset uint32) {
	if offset == 0 || int(offset) >= len(tables) {
		return
	}
	r := reader{rest: tables[offset:]}
	for first := true; ; first = false {
		if r.unsigned() == 0 && !first || r.err != nil {
			break
		}
		r.unsigned()
	}
	for i := int(offset); i < len(tables)-len(r.rest); i++ {
		kept[i] = true
	}
}

// blobs returns the memory from the functions' blobs on. at is the address of the table,
// names of the functions' names: moduledata begins with both.
func (m *image) blobs(at, names int) ([]byte, error) {
	address := binary.LittleEndian.AppendUint64(nil, uint64(at))
	address = binary.LittleEndian.AppendUint64(address, uint64(names))
	module := bytes.Index(m.memory, address)
	if module < 0 || bytes.Contains(m.memory[module+1:], address) || len(m.memory) < module+blobsAt+8 {
		return nil, errTable
	}
	from := binary.LittleEndian.Uint64(m.memory[module+blobsAt:])
	if from == 0 || from >= uint64(len(m.memory)) {
		return nil, errTable
	}
	return m.memory[from:], nil
}

// clearBlobs zeroes the blobs at the traced offsets. A blob ends where the next one
// begins; the last one is left.
func clearBlobs(blobs []byte, kept, traced []int) {
	all := slices.Concat(kept, traced)
	slices.Sort(all)
	slices.Sort(kept)
	for _, offset := range traced {
		next, _ := slices.BinarySearch(all, offset+1)
		if _, shared := slices.BinarySearch(kept, offset); !shared && next < len(all) && all[next] <= len(blobs) {
			clear(blobs[offset:all[next]])
		}
	}
}
