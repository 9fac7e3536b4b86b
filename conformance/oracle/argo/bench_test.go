package main

import (
	"encoding/json"
	"syscall"
	"testing"
	"time"
)

// The examples of the repository, as they come in. Other people use the machine too, so seconds are those of the
// processor.
func BenchmarkManifests(b *testing.B)              { benchmarkManifests(b, true) }
func BenchmarkManifestsWithoutSchema(b *testing.B) { benchmarkManifests(b, false) }

func benchmarkManifests(b *testing.B, schema bool) {
	o := newOracle(b)
	var lines [][]byte
	objects := 0
	for _, example := range examples(b) {
		line, err := json.Marshal(map[string]any{"schema": schema, "objects": example.objects})
		if err != nil {
			b.Fatal(err)
		}
		lines = append(lines, line)
		objects += len(example.objects)
	}
	started := processorTime(b)
	for b.Loop() {
		for _, line := range lines {
			// Other questions have other conditions.
			compiled.known = nil
			encode(o.answer(line))
		}
	}
	spent := (processorTime(b) - started).Seconds()
	b.ReportMetric(float64(b.N*objects)/spent, "objects/s")
	b.ReportMetric(float64(b.N*len(lines))/spent, "bundles/s")
}

func processorTime(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
