package main

import (
	"errors"
	"time"

	"k8s.io/client-go/util/workqueue"
)

// turns is a queue of work that hands out one piece when it is told to, and remembers when the next is due. The methods
// that are not here are never called.
type turns struct {
	workqueue.RateLimitingInterface
	keys chan any
	over chan struct{}
	// Until the piece is due again; negative if it never is.
	wait   time.Duration
	failed bool
}

func newTurns() *turns {
	return &turns{keys: make(chan any), over: make(chan struct{})}
}

// take returns when the worker has done the piece.
func (t *turns) take(key string) error {
	t.wait, t.failed = -1, false
	t.keys <- key
	<-t.over
	if t.failed {
		return errors.New("the controller could not carry out the run")
	}
	return nil
}

func (t *turns) Get() (key any, shutdown bool) { return <-t.keys, false }

func (t *turns) Done(any) { t.over <- struct{}{} }

func (t *turns) AddAfter(_ any, wait time.Duration) {
	if t.wait < 0 || wait < t.wait {
		t.wait = wait
	}
}

func (t *turns) AddRateLimited(any) { t.failed = true }

func (t *turns) Add(any) {}

func (t *turns) Forget(any) {}

func (t *turns) NumRequeues(any) int { return 0 }
