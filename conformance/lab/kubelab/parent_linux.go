package main

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// dieWithParent asks the kernel for SIGKILL as soon as the parent is gone, be it killed itself.
func dieWithParent() {
	_ = unix.Prctl(unix.PR_SET_PDEATHSIG, uintptr(unix.SIGKILL), 0, 0, 0)
	// A parent that died before that line would never be noticed.
	if parent, err := strconv.Atoi(os.Getenv("KUBELAB_PARENT")); err == nil && parent != os.Getppid() {
		os.Exit(1)
	}
}
