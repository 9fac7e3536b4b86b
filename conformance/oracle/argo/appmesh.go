package main

import (
	"context"
	"fmt"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/rollout/trafficrouting/appmesh"
	appmeshutil "github.com/argoproj/argo-rollouts/utils/appmesh"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/client-go/dynamic/fake"
)

// virtualRouters lets the controller's code follow a service to its router, with the bundle for a cluster.
func (c *rolloutCase) virtualRouters(ctx context.Context, routing *v1alpha1.AppMeshTrafficRouting) []unstructured.Unstructured {
	if routing == nil {
		return nil
	}
	path := routingPath.Child("appmesh", "virtualService")
	refuse := func(value any, reason string) []unstructured.Unstructured {
		c.add(refusalOf(checkReferences, field.Invalid(path, value, reason)))
		return nil
	}
	if routing.VirtualService == nil {
		return refuse(nil, "must provide virtual-service")
	}
	if c.bundle.isElsewhere("VirtualService", routing.VirtualService.Name) {
		return nil
	}
	var mesh []runtime.Object
	for at := range c.bundle.byKey {
		if one, ok := c.bundle.untyped(at.group, at.kind, at.namespace, at.name); ok && at.group == appmeshutil.AppMeshCRDGroup {
			mesh = append(mesh, one)
		}
	}
	client := appmesh.NewResourceClient(fake.NewSimpleDynamicClient(runtime.NewScheme(), mesh...))
	named := fmt.Sprintf("%s.%s", routing.VirtualService.Name, c.rollout.Namespace)
	service, err := client.GetVirtualServiceCR(ctx, c.rollout.Namespace, routing.VirtualService.Name)
	if err != nil {
		return refuse(named, err.Error())
	}
	router, err := client.GetVirtualRouterCRForVirtualService(ctx, service)
	if err != nil {
		return refuse(named, err.Error())
	}
	return []unstructured.Unstructured{*router}
}
