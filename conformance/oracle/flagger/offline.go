package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"time"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
)

var errOffline = errors.New("this process has no network")

// goOffline lets everything that net/http does with a request happen, up to the connection.
func goOffline() {
	transport := http.DefaultTransport.(*http.Transport)
	transport.Proxy = nil
	transport.DialContext = func(context.Context, string, string) (net.Conn, error) { return nil, errOffline }
	// A client without a transport gets one of Amazon's from the first provider of that kind, if the environment names
	// certificates for it. Nothing of this machine is to be in a verdict, so there is no environment either.
	http.DefaultClient.Transport = transport
	os.Clearenv()
}

// staysOffline are the metric providers whose requests go through net/http's default transport, and that can therefore
// be called here. The others bring their own.
var staysOffline = map[string]bool{"prometheus": true, "datadog": true, "newrelic": true, "dynatrace": true, "graphite": true}

// online is what is left of an error when the network is not to blame.
func online(err error) error {
	if errors.Is(err, errOffline) {
		return nil
	}
	return err
}

// callOffline does what the controller does to call a webhook. The controller's own function would really call it: its
// client is made where nobody can reach it.
func callOffline(hook flaggerv1.CanaryWebhook) error {
	timeout := hook.Timeout
	if len(timeout) < 2 {
		timeout = "10s"
	}
	if _, err := time.ParseDuration(timeout); err != nil {
		return err
	}
	request, err := http.NewRequest(http.MethodPost, hook.URL, nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err == nil {
		response.Body.Close()
	}
	return online(err)
}
