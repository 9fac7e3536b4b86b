// Command flagger-oracle tells what Flagger's own code says of manifests.
//
// It reads one question a line and answers each with a line, in the same order. A question is a bundle of manifests,
// answered with verdicts (none: accepted), or it asks something particular:
//
//	{"id": 1, "objects": [...], "controller": {"meshProvider": "nginx"}}
//	{"id": 1, "verdicts": [{"object": "Canary shop/checkout", "check": "schema", "field": "spec.service", "message": "..."}]}
//
//	{"id": 2, "ask": "query", "template": "up{n=\"{{ namespace }}\"}", "model": {"namespace": "shop"}}
//	{"id": 2, "query": "up{n=\"shop\"}"}
//
//	{"id": 3, "ask": "settings", "object": {...}}
//	{"id": 3, "settings": {"interval": "10s", ...}}
//
//	{"id": 4, "ask": "knative", "object": {...}}
//	{"id": 4, "refused": "must not set the field(s): spec.template.spec.dnsPolicy"}
//
// Flagger's own resources go through their definitions as in the API server. Those of Kubernetes are decoded and not
// validated, so what only the API server would refuse is not found here: a Service with a port twice, a Deployment
// without a selector.
//
// It is built with one file added to Flagger, which exports what the controller keeps to itself: see patches. Questions
// with their answers are in testdata; of a message or an error there is a fragment.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"

	"k8s.io/klog/v2"
)

func main() {
	crds := flag.String("crds", "", "file with the definitions of Flagger's resources: artifacts/flagger/crd.yaml of its module")
	flag.Parse()
	log.SetFlags(0)
	log.SetPrefix("flagger-oracle: ")
	// What is said aloud by libraries is neither a verdict nor a complaint of ours.
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	goOffline()
	if *crds == "" {
		log.Fatal("name the definitions with -crds")
	}
	if err := run(*crds, os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(crds string, in io.Reader, out io.Writer) error {
	judge, err := newJudge(crds)
	if err != nil {
		return err
	}
	questions := bufio.NewReaderSize(in, 1<<20)
	answers := bufio.NewWriterSize(out, 1<<20)
	for number := 1; ; number++ {
		line, err := questions.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if _, err := answers.Write(append(judge.answer(line, number), '\n')); err != nil {
				return err
			}
		}
		// Whoever waits for an answer before the next question gets it.
		if questions.Buffered() == 0 {
			if err := answers.Flush(); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return answers.Flush()
		}
		if err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
}
