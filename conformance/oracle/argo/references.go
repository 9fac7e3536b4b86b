package main

import (
	"context"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	"github.com/argoproj/argo-rollouts/rollout/trafficrouting/ambassador"
	ingressutil "github.com/argoproj/argo-rollouts/utils/ingress"
	istioutil "github.com/argoproj/argo-rollouts/utils/istio"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	k8serrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

var routingPath = field.NewPath("spec", "strategy", "canary", "trafficRouting")

// referencedResources gathers what the Rollout names. What is missing becomes a verdict here; what is there is checked
// afterwards, by the controller's code.
func (c *rolloutCase) referencedResources(analyses []*usage) validation.ReferencedResources {
	resources := validation.ReferencedResources{ServiceWithType: c.services()}
	for _, one := range analyses {
		c.add(one.refused...)
		if one.complete {
			resources.AnalysisTemplatesWithType = append(resources.AnalysisTemplatesWithType, one.templatesWithType())
		}
	}
	if canary := c.rollout.Spec.Strategy.Canary; canary != nil && canary.TrafficRouting != nil {
		routing := canary.TrafficRouting
		resources.Ingresses = c.ingresses(routing)
		resources.VirtualServices = c.virtualServices(routing.Istio)
		resources.AmbassadorMappings = c.mappings(routing.Ambassador)
		resources.AppMeshResources = c.virtualRouters(context.Background(), routing.AppMesh)
	}
	return resources
}

func (c *rolloutCase) services() []validation.ServiceWithType {
	var services []validation.ServiceWithType
	add := func(name string, role validation.ServiceType) {
		if name == "" {
			return
		}
		service, ok := typedAs[*corev1.Service](c.bundle, "", "Service", c.rollout.Namespace, name)
		if !ok {
			c.missing(validation.GetServiceWithTypeFieldPath(role), name, "Service", name, corev1.Resource("service"))
		} else if c.templateKnown {
			services = append(services, validation.ServiceWithType{Service: service, Type: role})
		}
	}
	if blueGreen := c.rollout.Spec.Strategy.BlueGreen; blueGreen != nil {
		add(blueGreen.ActiveService, validation.ActiveService)
		add(blueGreen.PreviewService, validation.PreviewService)
	} else if canary := c.rollout.Spec.Strategy.Canary; canary != nil {
		add(canary.StableService, validation.StableService)
		add(canary.CanaryService, validation.CanaryService)
		if canary.PingPong != nil {
			add(canary.PingPong.PingService, validation.PingService)
			add(canary.PingPong.PongService, validation.PongService)
		}
	}
	return services
}

func (c *rolloutCase) ingresses(routing *v1alpha1.RolloutTrafficRouting) []ingressutil.Ingress {
	var names []string
	var named any
	path, valid := routingPath, true
	for _, err := range []error{validation.ValidateRolloutNginxIngressesConfig(c.rollout), validation.ValidateRolloutAlbIngressesConfig(c.rollout)} {
		if err != nil {
			c.add(refusalOf(checkReferences, err))
			valid = false
		}
	}
	switch {
	case !valid:
		return nil
	// With both, the controller looks for the Ingress of the first only.
	case routing.ALB != nil && routing.ALB.Ingresses != nil:
		names, named, path = routing.ALB.Ingresses, routing.ALB.Ingresses, path.Child("alb", "ingresses")
	case routing.ALB != nil:
		names, named, path = []string{routing.ALB.Ingress}, routing.ALB.Ingress, path.Child("alb", "ingress")
	case routing.Nginx != nil && routing.Nginx.StableIngresses != nil:
		names, named, path = routing.Nginx.StableIngresses, routing.Nginx.StableIngresses, path.Child("nginx", "StableIngresses")
	case routing.Nginx != nil:
		names, named, path = []string{routing.Nginx.StableIngress}, routing.Nginx.StableIngress, path.Child("nginx", "stableIngress")
	}
	var found []ingressutil.Ingress
	for _, name := range names {
		ingress, ok := typedAs[*networkingv1.Ingress](c.bundle, networkingv1.GroupName, "Ingress", c.rollout.Namespace, name)
		if !ok {
			c.missing(path, named, "Ingress", name, networkingv1.Resource("ingress"))
			continue
		}
		found = append(found, *ingressutil.NewIngress(ingress))
	}
	return found
}

func (c *rolloutCase) virtualServices(istio *v1alpha1.IstioTrafficRouting) []unstructured.Unstructured {
	if err := validation.ValidateRolloutVirtualServicesConfig(c.rollout); err != nil {
		c.add(refusalOf(checkReferences, err))
		return nil
	}
	if istio == nil {
		return nil
	}
	named, path := istio.VirtualServices, routingPath.Child("istio", "virtualServices", "name")
	if !istioutil.MultipleVirtualServiceConfigured(c.rollout) {
		named, path = []v1alpha1.IstioVirtualService{*istio.VirtualService}, routingPath.Child("istio", "virtualService", "name")
	}
	var found []unstructured.Unstructured
	for _, one := range named {
		namespace, name := istioutil.GetVirtualServiceNamespaceName(one.Name)
		if namespace == "" {
			namespace = c.rollout.Namespace
		}
		resource := istioutil.GetIstioVirtualServiceGVR().GroupResource()
		service, ok := c.bundle.untyped(resource.Group, "VirtualService", namespace, name)
		if !ok {
			c.missing(path, name, "VirtualService", name, resource)
			continue
		}
		found = append(found, *service)
	}
	return found
}

func (c *rolloutCase) mappings(routing *v1alpha1.AmbassadorTrafficRouting) []unstructured.Unstructured {
	if routing == nil {
		return nil
	}
	path := routingPath.Child("ambassador", "mappings")
	if len(routing.Mappings) == 0 {
		c.add(refusalOf(checkReferences, field.Invalid(path, nil, "must provide at least one mapping")))
	}
	var found []unstructured.Unstructured
	for _, name := range routing.Mappings {
		resource := ambassador.GetMappingGVR().GroupResource()
		mapping, ok := c.bundle.untyped(resource.Group, "Mapping", c.rollout.Namespace, name)
		if !ok {
			c.missing(path, name, "Mapping", name, resource)
			continue
		}
		found = append(found, *mapping)
	}
	return found
}

// missing says what the controller says of an object that is not there. `value` is the field that names it.
func (c *rolloutCase) missing(path *field.Path, value any, kind, name string, resource schema.GroupResource) {
	if !c.bundle.isElsewhere(kind, name) {
		c.add(refusalOf(checkReferences, field.Invalid(path, value, k8serrors.NewNotFound(resource, name).Error())))
	}
}
