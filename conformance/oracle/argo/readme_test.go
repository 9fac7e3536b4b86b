package main

import (
	"os"
	"strings"
	"testing"
)

// What the document shows is what is answered, as far as its dots.
func TestAnswersAsTheDocumentSays(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	o, shown := newOracle(t), 0
	for _, block := range strings.Split(string(text), "\n\n") {
		parts := strings.Split(block, `    {"id"`)
		if len(parts) != 3 || strings.Contains(parts[1], "...") {
			continue
		}
		shown++
		question, answer := `{"id"`+unwrap(parts[1]), `{"id"`+unwrap(parts[2])
		expected, _, _ := strings.Cut(answer, "...")
		got := string(encode(o.answer([]byte(question))))
		if !strings.HasPrefix(strings.ReplaceAll(got, " ", ""), strings.ReplaceAll(expected, " ", "")) {
			t.Errorf("%s\nis answered with %s", question, got)
		}
	}
	if shown != 3 {
		t.Errorf("expected to find three questions, got %d", shown)
	}
}

func unwrap(text string) string { return strings.ReplaceAll(text, "\n", " ") }
