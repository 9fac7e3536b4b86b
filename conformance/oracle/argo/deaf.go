package main

import (
	"github.com/argoproj/argo-rollouts/utils/record"
	"k8s.io/apimachinery/pkg/runtime"
	events "k8s.io/client-go/tools/record"
)

// deaf takes the controller's events. The controller's own stand-in keeps all of them, for ever.
type deaf struct{}

func (deaf) Eventf(runtime.Object, record.EventOptions, string, ...any) {}

func (deaf) Warnf(runtime.Object, record.EventOptions, string, ...any) {}

func (deaf) K8sRecorder() events.EventRecorder { return nil }
