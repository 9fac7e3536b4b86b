package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sigs.k8s.io/yaml"
)

func TestMain(m *testing.M) {
	silence()
	os.Exit(m.Run())
}

// definitionsOfModule are those of the version that go.mod names.
var definitionsOfModule = sync.OnceValues(func() (definitions, error) {
	directory, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/argoproj/argo-rollouts").Output()
	if err != nil {
		return nil, err
	}
	return loadDefinitions(filepath.Join(strings.TrimSpace(string(directory)), "manifests", "crds"))
})

func newOracle(t testing.TB) *oracle {
	t.Helper()
	loaded, err := definitionsOfModule()
	if err != nil {
		t.Fatal(err)
	}
	return &oracle{definitions: loaded}
}

// example is a file of the repository's examples.
type example struct {
	name    string
	objects []json.RawMessage
}

func examples(t testing.TB) []example {
	t.Helper()
	files, err := filepath.Glob("../../../examples/*/expected/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var all []example
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, example{filepath.Base(file), objectsOf(t, string(text))})
	}
	return all
}

func objectsOf(t testing.TB, text string) []json.RawMessage {
	t.Helper()
	var objects []json.RawMessage
	for _, part := range strings.Split(text, "\n---\n") {
		object, err := yaml.YAMLToJSON([]byte(part))
		if err != nil {
			t.Fatal(err)
		}
		objects = append(objects, object)
	}
	return objects
}
