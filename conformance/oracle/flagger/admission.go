package main

import (
	"encoding/json"
	"fmt"
	"strings"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	flaggerscheme "github.com/fluxcd/flagger/pkg/client/clientset/versioned/scheme"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kubescheme "k8s.io/client-go/kubernetes/scheme"
	knativescheme "knative.dev/serving/pkg/client/clientset/versioned/scheme"
)

// admitted are the objects that the API server has taken, by the client that reads them.
type admitted struct {
	kube, flagger, knative []runtime.Object
	canaries               []*flaggerv1.Canary
}

// place tells how to decode objects of a kind and where to put them; nothing for kinds that the controller never reads.
func (a *admitted) place(kind schema.GroupVersionKind) (*runtime.Scheme, *[]runtime.Object) {
	switch {
	case kubescheme.Scheme.Recognizes(kind):
		return kubescheme.Scheme, &a.kube
	case flaggerscheme.Scheme.Recognizes(kind):
		return flaggerscheme.Scheme, &a.flagger
	case knativescheme.Scheme.Recognizes(kind):
		return knativescheme.Scheme, &a.knative
	}
	return nil, nil
}

// admit is the way of manifests through the API server into the controller.
func (j judge) admit(manifests []json.RawMessage) (admitted, []verdict) {
	var objects admitted
	found := []verdict{}
	seen := map[string]bool{}
	for index, manifest := range manifests {
		read, err := parseObject(manifest)
		if err != nil {
			found = append(found, verdict{Object: fmt.Sprintf("objects[%d]", index), Check: "error", Message: err.Error()})
			continue
		}
		scheme, place := objects.place(read.kind)
		if scheme == nil {
			continue
		}
		identity := read.kind.Group + read.name()
		if seen[identity] {
			found = append(found, verdict{Object: read.name(), Check: "error", Message: "is in the bundle twice"})
			continue
		}
		seen[identity] = true
		decoded, objections := j.read(read, scheme)
		found = append(found, objections...)
		if decoded == nil {
			continue
		}
		*place = append(*place, decoded)
		if canary, ok := decoded.(*flaggerv1.Canary); ok {
			objects.canaries = append(objects.canaries, canary)
		}
	}
	return objects, found
}

// read makes of a manifest what the controller gets to see; nil when that is nothing.
func (j judge) read(read object, scheme *runtime.Scheme) (runtime.Object, []verdict) {
	var found []verdict
	say := func(check, field, message string) {
		found = append(found, verdict{read.name(), check, field, message})
	}
	if definition, ok := j.definitions[read.kind]; ok {
		pruned, refused := definition.admit(read)
		for _, path := range pruned {
			say("pruned", path, "the definition has no such field")
		}
		for _, err := range refused {
			// What is said of alternatives names its field in the message.
			say("schema", strings.TrimPrefix(err.Field, "<nil>"), err.ErrorBody())
		}
		if len(refused) > 0 {
			return nil, found
		}
	}
	decoded, unknown, err := read.decode(scheme)
	for _, path := range unknown {
		say("unknown", path, "the controller has no such field")
	}
	if err != nil {
		say("decode", "", err.Error())
		return nil, found
	}
	return decoded, found
}
