// What the API server says of objects by the definitions that are pinned in test/crds, rules in CEL included: one question a line on
// standard input, one answer a line on standard output, in the same order.
//
//	{"file": "http-route", "object": {...}}                an object, and the definition that it is judged by
//	{"faults": ["spec.rules[0].name: Invalid value: ..."], "rules": ["spec.parentRefs: Invalid value: ..."]}
//
// Faults are of structure; where there is one of them that says nothing can be known of the rest, the server asks no rules, and `asked`
// is false. -crds names the folder of the definitions.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

type question struct {
	File   string         `json:"file"`
	Object map[string]any `json:"object"`
}

type answer struct {
	Faults []string `json:"faults,omitempty"`
	Rules  []string `json:"rules,omitempty"`
	Asked  bool     `json:"asked"`
	Error  string   `json:"error,omitempty"`
}

func main() {
	folder := flag.String("crds", "", "the folder of the pinned definitions")
	flag.Parse()
	if err := answerAll(*folder, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerAll(folder string, from io.Reader, to io.Writer) error {
	known := map[string]*definition{}
	in := bufio.NewReaderSize(from, 1<<20)
	out := bufio.NewWriterSize(to, 1<<16)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if failed := encoder.Encode(answerTo(line, folder, known)); failed != nil {
				return failed
			}
		}
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil {
			return err
		}
	}
}

func answerTo(line []byte, folder string, known map[string]*definition) answer {
	var asked question
	if err := unmarshal(line, &asked); err != nil {
		return answer{Error: "no question: " + err.Error()}
	}
	if known[asked.File] == nil {
		loaded, err := load(folder, asked.File)
		if err != nil {
			return answer{Error: err.Error()}
		}
		known[asked.File] = loaded
	}
	return known[asked.File].judge(asked.Object)
}
