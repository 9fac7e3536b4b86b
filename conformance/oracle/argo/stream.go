package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// answerAll answers line by line. Answers keep the order of the questions, and none waits for a later question.
func answerAll(o *oracle, from io.Reader, to io.Writer, workers int) error {
	type job struct {
		line []byte
		done chan []byte
	}
	jobs, inOrder := make(chan job), make(chan job, 4*workers)
	for range workers {
		go func() {
			for one := range jobs {
				one.done <- encode(o.answer(one.line))
			}
		}()
	}
	var failed error
	go func() {
		defer close(inOrder)
		defer close(jobs)
		lines := bufio.NewReaderSize(from, 1<<20)
		for {
			line, err := lines.ReadBytes('\n')
			if len(line) > 0 {
				one := job{line, make(chan []byte, 1)}
				inOrder <- one
				jobs <- one
			}
			if err != nil {
				if !errors.Is(err, io.EOF) {
					failed = err
				}
				return
			}
		}
	}()
	out := bufio.NewWriterSize(to, 1<<16)
	for one := range inOrder {
		if _, err := out.Write(<-one.done); err != nil {
			return err
		}
		if len(inOrder) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	return errors.Join(failed, out.Flush())
}

// encode leaves conditions legible: no \u003e for >.
func encode(given answer) []byte {
	var text bytes.Buffer
	out := json.NewEncoder(&text)
	out.SetEscapeHTML(false)
	if err := out.Encode(given); err != nil {
		text.Reset()
		_ = out.Encode(answer{ID: given.ID, Error: err.Error()})
	}
	return text.Bytes()
}
