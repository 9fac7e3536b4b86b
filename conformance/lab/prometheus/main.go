// Prometheus without what the lab has no use for: its scraper, storage, query engine and HTTP API, as they are, over targets
// that a file names. The published program adds two dozen ways of finding targets, which are two thirds of what there is to
// compile, and takes six seconds to read the first one. What is set here is what it sets by default.
package main

import (
	"context"
	"flag"
	"log/slog"
	"net/url"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/config"
	"github.com/prometheus/prometheus/discovery"
	"github.com/prometheus/prometheus/discovery/targetgroup"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/scrape"
	"github.com/prometheus/prometheus/tsdb"
	"github.com/prometheus/prometheus/web"
)

func main() {
	file := flag.String("config.file", "prometheus.yml", "what to read, and how often; only targets that are named there")
	directory := flag.String("storage.tsdb.path", "data", "where samples are kept")
	address := flag.String("web.listen-address", "127.0.0.1:9090", "where queries are answered")
	questions := flag.Bool("evaluate", false, "answer questions on standard input, each over samples of its own, instead of serving")
	flag.Parse()
	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	if *questions {
		if err := evaluate(os.Stdin, os.Stdout, logger); err != nil {
			logger.Error(err.Error())
			os.Exit(1)
		}
		return
	}
	if err := run(*file, *directory, *address, logger); err != nil {
		logger.Error(err.Error())
		os.Exit(1)
	}
}

func run(file, directory, address string, logger *slog.Logger) error {
	model.NameValidationScheme = model.UTF8Validation
	settings, err := config.LoadFile(file, false, logger)
	if err != nil {
		return err
	}
	samples, err := tsdb.Open(directory, logger, nil, tsdb.DefaultOptions(), nil)
	if err != nil {
		return err
	}
	defer samples.Close()
	scraper, err := scrapeInto(samples, settings, logger)
	if err != nil {
		return err
	}
	server := web.New(logger, &web.Options{
		Context:         context.Background(),
		ListenAddresses: []string{address},
		MaxConnections:  512,
		ExternalURL:     &url.URL{Scheme: "http", Host: address},
		RoutePrefix:     "/",
		AppName:         "Prometheus",
		Storage:         samples,
		QueryEngine:     engine(time.Duration(settings.GlobalConfig.EvaluationInterval)),
		ScrapeManager:   scraper,
		Gatherer:        prometheus.DefaultGatherer,
		Registerer:      prometheus.DefaultRegisterer,
	})
	if err := server.ApplyConfig(settings); err != nil {
		return err
	}
	server.SetReady(web.Ready)
	return server.Run(context.Background(), nil, "")
}

func engine(subqueryStep time.Duration) *promql.Engine {
	step := subqueryStep.Milliseconds()
	return promql.NewEngine(promql.EngineOpts{
		MaxSamples:               50_000_000,
		Timeout:                  2 * time.Minute,
		LookbackDelta:            5 * time.Minute,
		NoStepSubqueryIntervalFn: func(int64) int64 { return step },
		EnableAtModifier:         true,
		EnableNegativeOffset:     true,
	})
}

func scrapeInto(samples *tsdb.DB, settings *config.Config, logger *slog.Logger) (*scrape.Manager, error) {
	// Targets never change, and the first list of them is not worth waiting for.
	options := &scrape.Options{DiscoveryReloadInterval: model.Duration(50 * time.Millisecond)}
	scraper, err := scrape.NewManager(options, logger, nil, samples, prometheus.DefaultRegisterer)
	if err != nil {
		return nil, err
	}
	if err := scraper.ApplyConfig(settings); err != nil {
		return nil, err
	}
	lists := make(chan map[string][]*targetgroup.Group, 1)
	lists <- targetsOf(settings)
	go scraper.Run(lists)
	return scraper, nil
}

func targetsOf(settings *config.Config) map[string][]*targetgroup.Group {
	targets := map[string][]*targetgroup.Group{}
	for _, job := range settings.ScrapeConfigs {
		for _, found := range job.ServiceDiscoveryConfigs {
			if named, ok := found.(discovery.StaticConfig); ok {
				targets[job.JobName] = append(targets[job.JobName], named...)
			}
		}
	}
	return targets
}
