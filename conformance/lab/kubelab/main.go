// Kubelab is a Kubernetes control plane in one binary: the first argument says which of its programs to be.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
)

const usage = "usage: kubelab etcd|apiserver|controller-manager|scheduler|fakelet|exec|sweep [argument ...]"

// The death of the parent is told to the thread that asked for it, and exec keeps that only for the thread that calls
// it: everything about it happens on the main thread, which never ends.
func init() { runtime.LockOSThread() }

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	name, args := os.Args[1], os.Args[2:]
	// The sweeper's work begins when everybody else is dead.
	if name != "sweep" {
		dieWithParent()
	}
	switch name {
	case "etcd":
		etcdmain.Main(append([]string{"etcd"}, args...))
	case "apiserver":
		run(apiserver.NewAPIServerCommand(), args)
	case "controller-manager":
		run(controllermanager.NewControllerManagerCommand(), args)
	case "scheduler":
		run(scheduler.NewSchedulerCommand(), args)
	case "fakelet":
		end(fakelet(args))
	case "exec":
		end(become(args))
	case "sweep":
		end(sweep(args))
	default:
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
}

func run(command *cobra.Command, args []string) {
	command.SetArgs(args)
	os.Exit(cli.Run(command))
}

func end(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "kubelab:", err)
		os.Exit(1)
	}
}

// become runs another program in this process, so that programs which know nothing of a parent die with it as well.
func become(args []string) error {
	if len(args) == 0 {
		return errors.New("exec: name a program")
	}
	program, err := exec.LookPath(args[0])
	if err != nil {
		return err
	}
	return syscall.Exec(program, args, os.Environ())
}
