package main

import (
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	k8serrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// resolveWorkload puts the pod template of the named workload into the Rollout. The controller's own code for it needs an
// API server to ask, but the fields it sets, and what they mean for the later checks, are the controller's.
func (c *rolloutCase) resolveWorkload() error {
	ref := c.rollout.Spec.WorkloadRef
	if ref == nil {
		return nil
	}
	if !c.rollout.Spec.EmptyTemplate() {
		return fmt.Errorf("template must be empty for workload reference rollout")
	}
	kind := schema.FromAPIVersionAndKind(ref.APIVersion, ref.Kind)
	var (
		template *corev1.PodTemplateSpec
		selector *metav1.LabelSelector
		resource string
	)
	switch kind.GroupKind() {
	case schema.GroupKind{Group: "apps", Kind: "Deployment"}:
		resource = "deployments"
		if found, ok := typedAs[*appsv1.Deployment](c.bundle, kind.Group, kind.Kind, c.rollout.Namespace, ref.Name); ok {
			template, selector = &found.Spec.Template, found.Spec.Selector
		}
	case schema.GroupKind{Group: "apps", Kind: "ReplicaSet"}:
		resource = "replicasets"
		if found, ok := typedAs[*appsv1.ReplicaSet](c.bundle, kind.Group, kind.Kind, c.rollout.Namespace, ref.Name); ok {
			template, selector = &found.Spec.Template, found.Spec.Selector
		}
	case schema.GroupKind{Kind: "PodTemplate"}:
		resource = "podtemplates"
		if found, ok := typedAs[*corev1.PodTemplate](c.bundle, kind.Group, kind.Kind, c.rollout.Namespace, ref.Name); ok {
			template = &found.Template
		}
	default:
		return fmt.Errorf("workload of type %s/%s is not supported", kind.Group, kind.Kind)
	}
	if template == nil {
		c.templateKnown = false
		if c.bundle.isElsewhere(kind.Kind, ref.Name) {
			return nil
		}
		return k8serrors.NewNotFound(schema.GroupResource{Group: kind.Group, Resource: resource}, c.rollout.Namespace+"/"+ref.Name)
	}
	c.rollout.Spec.SetResolvedTemplate(*template)
	if c.rollout.Spec.Selector == nil && selector != nil {
		c.rollout.Spec.SetResolvedSelector(selector)
	}
	return nil
}
