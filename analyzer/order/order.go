// Package order sorts as package slices does, with one copy of the algorithm for all
// types: slices.SortFunc is compiled anew for each, and the engine sorts some twenty.
// Where a sort is hot, slices is the one to use.
package order

import "sort"

// By sorts s by compare. Equal elements may change places.
func By[T any](s []T, compare func(a, b T) int) { sort.Sort(&list[T]{s, compare}) }

// StableBy sorts s by compare and keeps equal elements in their order.
func StableBy[T any](s []T, compare func(a, b T) int) { sort.Stable(&list[T]{s, compare}) }

type list[T any] struct {
	of      []T
	compare func(a, b T) int
}

func (l *list[T]) Len() int           { return len(l.of) }
func (l *list[T]) Less(i, j int) bool { return l.compare(l.of[i], l.of[j]) < 0 }
func (l *list[T]) Swap(i, j int)      { l.of[i], l.of[j] = l.of[j], l.of[i] }
