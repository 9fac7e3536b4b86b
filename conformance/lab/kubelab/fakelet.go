package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"time"

	coordination "k8s.io/api/coordination/v1"
	core "k8s.io/api/core/v1"
	kerrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

const (
	leaseNamespace = "kube-node-lease"
	// A node whose lease is older than 40 s is tainted, and its pods are moved.
	renewEvery = 10 * time.Second
)

// fakelet stands in for the kubelets: it says of its nodes that they are there and of pods bound to them that they run.
func fakelet(args []string) error {
	flags := flag.NewFlagSet("fakelet", flag.ContinueOnError)
	kubeconfig := flags.String("kubeconfig", "", "how to reach the API server")
	nodes := flags.Int("nodes", 1, "how many nodes there are")
	if err := flags.Parse(args); err != nil {
		return err
	}
	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 500, 1000
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	ctx := context.Background()
	for number := range *nodes {
		name := fmt.Sprintf("node-%d", number)
		if err := register(ctx, client, name); err != nil {
			return err
		}
		go renewForever(ctx, client, name)
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	pods := kubelet{client: client, ctx: ctx}
	handler := cache.ResourceEventHandlerFuncs{
		AddFunc:    func(pod any) { pods.see(pod.(*core.Pod)) },
		UpdateFunc: func(_, pod any) { pods.see(pod.(*core.Pod)) },
	}
	if _, err := factory.Core().V1().Pods().Informer().AddEventHandler(handler); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	select {}
}

func register(ctx context.Context, client kubernetes.Interface, name string) error {
	// More than any scenario asks for: what is to be seen here is rollouts, not scheduling.
	capacity := core.ResourceList{
		core.ResourceCPU:    resource.MustParse("1000"),
		core.ResourceMemory: resource.MustParse("4Ti"),
		core.ResourcePods:   resource.MustParse("5000"),
	}
	node := &core.Node{ObjectMeta: meta.ObjectMeta{Name: name, Labels: map[string]string{core.LabelHostname: name}}}
	created, err := client.CoreV1().Nodes().Create(ctx, node, meta.CreateOptions{})
	if err != nil {
		return err
	}
	created.Status = core.NodeStatus{
		Capacity:    capacity,
		Allocatable: capacity,
		Conditions: []core.NodeCondition{{
			Type: core.NodeReady, Status: core.ConditionTrue, Reason: "Fake", LastHeartbeatTime: meta.Now(), LastTransitionTime: meta.Now(),
		}},
	}
	_, err = client.CoreV1().Nodes().UpdateStatus(ctx, created, meta.UpdateOptions{})
	return err
}

func renewForever(ctx context.Context, client kubernetes.Interface, name string) {
	for {
		wait := renewEvery
		if err := renew(ctx, client, name); err != nil {
			// Right after the start the namespace of the leases is not there yet.
			log.Printf("lease of %s: %v", name, err)
			wait = time.Second
		}
		time.Sleep(wait)
	}
}

func renew(ctx context.Context, client kubernetes.Interface, name string) error {
	leases, now, seconds := client.CoordinationV1().Leases(leaseNamespace), meta.NowMicro(), int32(40)
	lease, err := leases.Get(ctx, name, meta.GetOptions{})
	if kerrors.IsNotFound(err) {
		_, err = leases.Create(ctx, &coordination.Lease{
			ObjectMeta: meta.ObjectMeta{Name: name},
			Spec:       coordination.LeaseSpec{HolderIdentity: &name, LeaseDurationSeconds: &seconds, RenewTime: &now},
		}, meta.CreateOptions{})
		return err
	}
	if err != nil {
		return err
	}
	lease.Spec.RenewTime = &now
	_, err = leases.Update(ctx, lease, meta.UpdateOptions{})
	return err
}

// A kubelet makes pods run as their annotations say:
//
//	lab/ready: "false"        runs and never gets ready
//	lab/wait: ErrImagePull    waits for that reason and never runs
//	lab/exit: "1"             the pod of a Job ends with that status
//	lab/after: 500ms          all of it only after this time
//	lab/crash-after: 3s       is ready for this time, and crashes from then on whenever it is started
type kubelet struct {
	client kubernetes.Interface
	ctx    context.Context
}

func (k kubelet) see(pod *core.Pod) {
	switch {
	case pod.Spec.NodeName == "":
	case pod.DeletionTimestamp != nil:
		k.remove(pod)
	case pod.Status.Phase == core.PodPending && pod.Status.StartTime == nil:
		after, _ := time.ParseDuration(pod.Annotations["lab/after"])
		go func() {
			time.Sleep(after)
			k.retry(pod, started)
			if owner := meta.GetControllerOf(pod); owner != nil && owner.Kind == "Job" {
				k.retry(pod, finished)
			}
			if healthy, err := time.ParseDuration(pod.Annotations["lab/crash-after"]); err == nil {
				time.Sleep(healthy)
				k.retry(pod, crashed)
			}
		}()
	}
}

func (k kubelet) remove(pod *core.Pod) {
	now := int64(0)
	options := meta.DeleteOptions{GracePeriodSeconds: &now, Preconditions: &meta.Preconditions{UID: &pod.UID}}
	err := k.client.CoreV1().Pods(pod.Namespace).Delete(k.ctx, pod.Name, options)
	if err != nil && !kerrors.IsNotFound(err) {
		log.Printf("delete %s/%s: %v", pod.Namespace, pod.Name, err)
	}
}

// retry writes a status even when somebody else has just written to the pod.
func (k kubelet) retry(seen *core.Pod, change func(*core.Pod)) {
	pods, err := k.client.CoreV1().Pods(seen.Namespace), errors.New("not tried")
	for attempt := 0; attempt < 5 && err != nil; attempt++ {
		var pod *core.Pod
		if pod, err = pods.Get(k.ctx, seen.Name, meta.GetOptions{}); kerrors.IsNotFound(err) {
			return
		}
		if err != nil || pod.UID != seen.UID || pod.DeletionTimestamp != nil {
			continue
		}
		change(pod)
		_, err = pods.UpdateStatus(k.ctx, pod, meta.UpdateOptions{})
	}
	if err != nil {
		log.Printf("status of %s/%s: %v", seen.Namespace, seen.Name, err)
	}
}

func started(pod *core.Pod) {
	now, reason := meta.Now(), pod.Annotations["lab/wait"]
	ready := reason == "" && pod.Annotations["lab/ready"] != "false"
	pod.Status.StartTime = &now
	if reason == "" {
		pod.Status.Phase = core.PodRunning
		pod.Status.PodIP = "192.0.2.1"
		pod.Status.PodIPs = []core.PodIP{{IP: pod.Status.PodIP}}
	}
	pod.Status.ContainerStatuses = nil
	for _, container := range pod.Spec.Containers {
		state := core.ContainerState{Running: &core.ContainerStateRunning{StartedAt: now}}
		if reason != "" {
			state = core.ContainerState{Waiting: &core.ContainerStateWaiting{Reason: reason}}
		}
		pod.Status.ContainerStatuses = append(pod.Status.ContainerStatuses, core.ContainerStatus{
			Name: container.Name, Image: container.Image, Ready: ready, State: state,
		})
	}
	for _, kind := range []core.PodConditionType{core.PodInitialized, core.ContainersReady, core.PodReady} {
		setCondition(pod, kind, ready || kind == core.PodInitialized, now)
	}
}

func finished(pod *core.Pod) {
	var status int32
	if _, err := fmt.Sscan(pod.Annotations["lab/exit"], &status); err != nil {
		status = 0
	}
	now := meta.Now()
	pod.Status.Phase = core.PodSucceeded
	if status != 0 {
		pod.Status.Phase = core.PodFailed
	}
	for index := range pod.Status.ContainerStatuses {
		pod.Status.ContainerStatuses[index].Ready = false
		pod.Status.ContainerStatuses[index].State = core.ContainerState{
			Terminated: &core.ContainerStateTerminated{ExitCode: status, FinishedAt: now},
		}
	}
	setCondition(pod, core.ContainersReady, false, now)
	setCondition(pod, core.PodReady, false, now)
}

// crashed is how a pod looks while its kubelet waits longer and longer before it starts the container again.
func crashed(pod *core.Pod) {
	now := meta.Now()
	for index := range pod.Status.ContainerStatuses {
		status := &pod.Status.ContainerStatuses[index]
		status.Ready = false
		status.RestartCount++
		status.State = core.ContainerState{Waiting: &core.ContainerStateWaiting{Reason: "CrashLoopBackOff"}}
		status.LastTerminationState = core.ContainerState{
			Terminated: &core.ContainerStateTerminated{ExitCode: 1, Reason: "Error", FinishedAt: now},
		}
	}
	setCondition(pod, core.ContainersReady, false, now)
	setCondition(pod, core.PodReady, false, now)
}

func setCondition(pod *core.Pod, kind core.PodConditionType, value bool, now meta.Time) {
	status := core.ConditionFalse
	if value {
		status = core.ConditionTrue
	}
	condition := core.PodCondition{Type: kind, Status: status, LastTransitionTime: now}
	for index := range pod.Status.Conditions {
		if pod.Status.Conditions[index].Type == kind {
			pod.Status.Conditions[index] = condition
			return
		}
	}
	pod.Status.Conditions = append(pod.Status.Conditions, condition)
}
