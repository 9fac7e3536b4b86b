// Argo answers questions about Argo Rollouts with the controller's own code: one question a line on standard input, one
// answer a line on standard output, in the same order. What can be asked is in ../README.md.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/sirupsen/logrus"
	"k8s.io/klog/v2"
)

func main() {
	crds := flag.String("crds", "", "directory of the controller's *-crd.yaml; by default crds beside this program")
	workers := flag.Int("workers", 1, "questions answered at the same time")
	flag.Parse()
	silence()
	// What a question takes is garbage with its answer, and there is little else.
	debug.SetGCPercent(400)
	if err := run(*crds, *workers); err != nil {
		fmt.Fprintln(os.Stderr, "argo:", err)
		os.Exit(2)
	}
}

func run(crds string, workers int) error {
	made := &oracle{}
	loaded, err := loadDefinitions(orBeside(crds))
	if err != nil && crds != "" {
		return err
	}
	made.definitions = loaded
	return answerAll(made, os.Stdin, os.Stdout, workers)
}

func orBeside(crds string) string {
	program, err := os.Executable()
	if crds != "" || err != nil {
		return crds
	}
	return filepath.Join(filepath.Dir(program), "crds")
}

// silence keeps the controller's log out of the way: what it has to say is in the answers.
func silence() {
	logrus.SetOutput(io.Discard)
	logrus.SetLevel(logrus.PanicLevel)
	log.SetOutput(io.Discard)
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
}
