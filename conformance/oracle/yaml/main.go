// What kubectl reads in a text: one text a line on standard input, as a JSON string; one answer a line on standard output.
//
//	{"documents": [...]}                      the documents as kubectl sends them
//	{"documents": [...], "error": "..."}      those before the place at which it stops, and why
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// How far kubectl looks for a brace, as in k8s.io/cli-runtime/pkg/resource.
const lookahead = 4096

type answer struct {
	Documents []json.RawMessage `json:"documents"`
	Error     string            `json:"error,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			var text string
			if problem := json.Unmarshal(line, &text); problem != nil {
				encoder.Encode(answer{Error: "no question: " + problem.Error()})
			} else {
				encoder.Encode(read(text))
			}
		}
		if err != nil {
			return
		}
	}
}

func read(text string) answer {
	result := answer{Documents: []json.RawMessage{}}
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), lookahead)
	for {
		var document runtime.RawExtension
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return result
		}
		if err != nil {
			result.Error = err.Error()
			return result
		}
		if len(document.Raw) > 0 && string(document.Raw) != "null" {
			result.Documents = append(result.Documents, json.RawMessage(document.Raw))
		}
	}
}
