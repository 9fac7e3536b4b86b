package main

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"github.com/argoproj/argo-rollouts/analysis"
	"github.com/argoproj/argo-rollouts/controller/metrics"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/client/clientset/versioned/fake"
	"github.com/argoproj/argo-rollouts/pkg/client/informers/externalversions"
	timeutil "github.com/argoproj/argo-rollouts/utils/time"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	kubernetes "k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
)

// workshop is the analysis controller with everything around it at our command: the objects, the queue of work, the
// metric store and the clock. There is one, because the controller has one clock.
type workshop struct {
	lock  sync.Mutex
	clock atomic.Pointer[time.Time]
	runs  cache.Indexer
	api   *fake.Clientset
	queue *turns
	store *metricStore
}

// start is when every run starts; a whole second, because that is what the controller stores.
var start = time.Unix(0, 0).UTC()

const mostTurns = 100_000

var theWorkshop = sync.OnceValues(func() (*workshop, error) {
	store, err := openMetricStore()
	if err != nil {
		return nil, err
	}
	api := fake.NewSimpleClientset()
	runs := externalversions.NewSharedInformerFactory(api, 0).Argoproj().V1alpha1().AnalysisRuns()
	kube := informers.NewSharedInformerFactory(kubernetes.NewClientset(), 0)
	made := &workshop{runs: runs.Informer().GetIndexer(), api: api, queue: newTurns(), store: store}
	made.setClock(start)
	timeutil.SetNowTimeFunc(made.now)
	controller := analysis.NewController(analysis.ControllerConfig{
		KubeClientSet:        kubernetes.NewClientset(),
		ArgoProjClientset:    api,
		AnalysisRunInformer:  runs,
		JobInformer:          kube.Batch().V1().Jobs(),
		JobPodsInformer:      kube.Core().V1().Pods(),
		AnalysisRunWorkQueue: made.queue,
		MetricsServer:        metrics.NewMetricsServer(metrics.ServerConfig{K8SRequestProvider: &metrics.K8sRequestsCountProvider{}}),
		Recorder:             deaf{},
	})
	go func() { _ = controller.Run(context.Background(), 1) }()
	return made, nil
})

// carryOut answers with the run at its end, or before the first measurement for which there is no answer.
func (l *workshop) carryOut(run *v1alpha1.AnalysisRun, terminate bool) (*v1alpha1.AnalysisRun, error) {
	l.setClock(start)
	if err := errors.Join(l.api.Tracker().Add(run), l.runs.Add(run)); err != nil {
		return nil, err
	}
	defer l.remove(run)
	for range mostTurns {
		next, err := l.turn(run)
		if err != nil {
			return nil, err
		}
		switch {
		case l.store.exhausted():
			if !terminate || run.Spec.Terminate {
				return run, nil
			}
			run = run.DeepCopy()
			run.Spec.Terminate = true
			if err := l.replace(run); err != nil {
				return nil, err
			}
		case next.Status.Phase.Completed():
			return next, nil
		// What the controller writes brings the run before it again.
		case !reflect.DeepEqual(run.Status, next.Status):
			run = next
		case l.queue.wait < 0:
			return next, nil
		default:
			// Measurements are due when their time is over, not when it is up.
			l.setClock(l.now().Add(l.queue.wait + time.Millisecond))
		}
	}
	return nil, fmt.Errorf("the run does not end within %d turns of the controller", mostTurns)
}

// turn lets the controller look at the run once, and answers with what it made of it.
func (l *workshop) turn(run *v1alpha1.AnalysisRun) (*v1alpha1.AnalysisRun, error) {
	if err := l.queue.take(run.Namespace + "/" + run.Name); err != nil {
		return nil, err
	}
	l.api.ClearActions()
	next, err := l.api.ArgoprojV1alpha1().AnalysisRuns(run.Namespace).Get(context.Background(), run.Name, metav1.GetOptions{})
	if err != nil {
		return nil, err
	}
	return next, l.runs.Update(next)
}

func (l *workshop) replace(run *v1alpha1.AnalysisRun) error {
	resource := v1alpha1.SchemeGroupVersion.WithResource("analysisruns")
	return errors.Join(l.api.Tracker().Update(resource, run, run.Namespace), l.runs.Update(run))
}

func (l *workshop) remove(run *v1alpha1.AnalysisRun) {
	resource := v1alpha1.SchemeGroupVersion.WithResource("analysisruns")
	_ = l.api.Tracker().Delete(resource, run.Namespace, run.Name)
	_ = l.runs.Delete(run)
}

func (l *workshop) now() time.Time { return *l.clock.Load() }

func (l *workshop) setClock(now time.Time) { l.clock.Store(&now) }
