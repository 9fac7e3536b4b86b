package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// marker is written by whoever made the directory: without it nothing is removed, whatever the argument says.
const marker = "rolloutkit-lab"

// sweep waits until the other end of its standard input is gone, for whatever reason, and removes the directory of the
// lab. A parent that is killed outright cannot do it itself.
func sweep(args []string) error {
	if len(args) != 1 || !filepath.IsAbs(args[0]) {
		return errors.New("sweep: name one directory, absolutely")
	}
	if _, err := io.Copy(io.Discard, os.Stdin); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(args[0], marker)); err != nil {
		return nil // the parent has cleaned up after itself
	}
	// The lab's processes are dying at this moment, and may still create files.
	var err error
	for range 50 {
		if err = os.RemoveAll(args[0]); err == nil {
			time.Sleep(200 * time.Millisecond)
			if _, missing := os.Stat(args[0]); errors.Is(missing, os.ErrNotExist) {
				return nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("sweep: %s is still there: %v", args[0], err)
}
