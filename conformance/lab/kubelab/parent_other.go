//go:build !linux

package main

// dieWithParent does nothing: only Linux kills the children of a killed parent.
func dieWithParent() {}
