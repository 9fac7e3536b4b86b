package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
)

// bundle is the cluster as a question describes it: what is in it is there, and nothing else.
type bundle struct {
	objects   []*object
	byKey     map[key]*object
	elsewhere []string
	// Templates that a Rollout or an Experiment leads to.
	used map[key]bool
}

// The two kinds of template.
const (
	plainTemplate   = "AnalysisTemplate"
	clusterTemplate = "ClusterAnalysisTemplate"
)

type key struct{ group, kind, namespace, name string }

// object is a manifest of the question, as it was written and as the controller's types read it.
type object struct {
	key
	raw []byte
	// Nil for kinds without a type.
	typed runtime.Object
	found findings
}

func newBundle(raws []json.RawMessage, namespace string, elsewhere []string) (*bundle, error) {
	made := &bundle{byKey: map[key]*object{}, elsewhere: elsewhere, used: map[key]bool{}}
	for i, raw := range raws {
		one, err := readObject(raw, namespace)
		if err != nil {
			return nil, fmt.Errorf("objects[%d]: %w", i, err)
		}
		made.objects = append(made.objects, one)
		made.byKey[one.key] = one
	}
	return made, nil
}

// typedAs finds what a Rollout names, in a copy: checks of the controller write into what they check.
func typedAs[T runtime.Object](b *bundle, group, kind, namespace, name string) (found T, ok bool) {
	one, there := b.byKey[key{group, kind, namespace, name}]
	if !there || one.typed == nil {
		return found, false
	}
	found, ok = one.copied().(T)
	return found, ok
}

// untyped finds an object of a kind that the controller itself reads without a type.
func (b *bundle) untyped(group, kind, namespace, name string) (*unstructured.Unstructured, bool) {
	one, there := b.byKey[key{group, kind, namespace, name}]
	if !there {
		return nil, false
	}
	read := &unstructured.Unstructured{}
	if err := read.UnmarshalJSON(one.raw); err != nil {
		return nil, false
	}
	read.SetNamespace(namespace)
	return read, true
}

// namespaceOf finds a template for one of the cluster that nobody uses: it would be looked for beside whoever used that.
func (b *bundle) namespaceOf(kind, name string) string {
	for _, one := range b.objects {
		if one.isArgo() && one.kind == kind && one.name == name {
			return one.namespace
		}
	}
	return ""
}

// unused are the templates that no Rollout or Experiment leads to.
func (b *bundle) unused() []*object {
	var found []*object
	for _, one := range b.objects {
		if one.isArgo() && (one.kind == plainTemplate || one.kind == clusterTemplate) && one.typed != nil && !b.used[one.key] {
			found = append(found, one)
		}
	}
	return found
}

// isElsewhere says that an object that is not in the bundle is not missing either.
func (b *bundle) isElsewhere(kind, name string) bool {
	return slices.Contains(b.elsewhere, kind+"/"+name) || slices.Contains(b.elsewhere, kind+"/*")
}

// copied is for code that writes into what it reads.
func (o *object) copied() runtime.Object {
	if o.typed == nil {
		return nil
	}
	return o.typed.DeepCopyObject()
}

func (k key) String() string {
	if k.namespace == "" {
		return k.kind + " " + k.name
	}
	return k.kind + " " + k.namespace + "/" + k.name
}

func (k key) isArgo() bool { return k.group == argoVersion.Group }
