package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
)

// metricStore answers the controller's providers, which will only talk HTTP, on this machine's own address.
type metricStore struct {
	address string
	lock    sync.Mutex
	// What is left to be answered, by metric.
	left [][]result
	// Whether more was asked than there is.
	short bool
}

func openMetricStore() (*metricStore, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	store := &metricStore{address: "http://" + listener.Addr().String()}
	go func() { _ = http.Serve(listener, store) }()
	return store, nil
}

// provider is one that asks for these answers. A new run begins with metric 0.
func (s *metricStore) provider(metric int, answers []result) (v1alpha1.MetricProvider, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.left, s.short = append(s.left[:metric], answers), false
	address := fmt.Sprintf("%s/%d", s.address, metric)
	web, prometheus := 0, 0
	for _, one := range answers {
		switch {
		case one.web != nil:
			web++
		case !one.failed:
			prometheus++
		}
	}
	switch {
	case web > 0 && prometheus > 0:
		return v1alpha1.MetricProvider{}, fmt.Errorf("answers of a metric must be of one kind")
	case web > 0:
		return v1alpha1.MetricProvider{Web: &v1alpha1.WebMetric{URL: address}}, nil
	default:
		return v1alpha1.MetricProvider{Prometheus: &v1alpha1.PrometheusMetric{Address: address, Query: "query"}}, nil
	}
}

func (s *metricStore) exhausted() bool {
	s.lock.Lock()
	defer s.lock.Unlock()
	short := s.short
	s.short = false
	return short
}

func (s *metricStore) ServeHTTP(out http.ResponseWriter, request *http.Request) {
	path, query := strings.CutSuffix(strings.TrimPrefix(request.URL.Path, "/"), "/api/v1/query")
	metric, err := strconv.Atoi(path)
	if err != nil {
		http.Error(out, err.Error(), http.StatusNotFound)
		return
	}
	one, ok := s.next(metric)
	switch {
	case !ok || one.failed:
		http.Error(out, "out of order", http.StatusInternalServerError)
	case query:
		_ = json.NewEncoder(out).Encode(map[string]any{"status": "success", "data": one.asPrometheus()})
	default:
		_, _ = out.Write(one.web)
	}
}

func (s *metricStore) next(metric int) (one result, ok bool) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if metric >= len(s.left) || len(s.left[metric]) == 0 {
		s.short = true
		return one, false
	}
	one, s.left[metric] = s.left[metric][0], s.left[metric][1:]
	return one, true
}

func (r result) asPrometheus() map[string]any {
	if r.scalar != nil {
		return map[string]any{"resultType": "scalar", "result": []any{0, r.scalar.String()}}
	}
	series := []any{}
	for i, one := range r.vector {
		series = append(series, map[string]any{"metric": map[string]string{"series": strconv.Itoa(i)}, "value": []any{0, one.String()}})
	}
	return map[string]any{"resultType": "vector", "result": series}
}
