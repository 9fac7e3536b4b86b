package main

import (
	"errors"
	"fmt"
	"strings"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/json"
	strict "sigs.k8s.io/json"
)

// object is a manifest on its way from the text to what the controller gets to see.
type object struct {
	kind    schema.GroupVersionKind
	content map[string]any
}

func parseObject(raw []byte) (object, error) {
	var content map[string]any
	// Numbers without a fraction stay integers, as in the API server.
	if err := json.Unmarshal(raw, &content); err != nil {
		return object{}, err
	}
	read := unstructured.Unstructured{Object: content}
	if read.GetKind() == "" || read.GetAPIVersion() == "" || read.GetName() == "" {
		return object{}, errors.New("an object has apiVersion, kind and metadata.name")
	}
	if read.GetNamespace() == "" {
		read.SetNamespace(meta.NamespaceDefault)
	}
	return object{read.GroupVersionKind(), content}, nil
}

// name is what verdicts call it.
func (o object) name() string {
	read := unstructured.Unstructured{Object: o.content}
	return fmt.Sprintf("%s %s/%s", o.kind.Kind, read.GetNamespace(), read.GetName())
}

// decode makes the Go type of it that the controller works with, and tells the fields that the type has no place for.
func (o object) decode(scheme *runtime.Scheme) (decoded runtime.Object, unknown []string, err error) {
	text, err := json.Marshal(o.content)
	if err != nil {
		return nil, nil, err
	}
	decoded, err = scheme.New(o.kind)
	if err != nil {
		return nil, nil, err
	}
	complaints, err := strict.UnmarshalStrict(text, decoded)
	for _, complaint := range complaints {
		unknown = append(unknown, strings.TrimSuffix(strings.TrimPrefix(complaint.Error(), `unknown field "`), `"`))
	}
	complete(decoded)
	return decoded, unknown, err
}

// complete does what the API server does to an object before anybody reads it, where the controller relies on it.
func complete(decoded runtime.Object) {
	secret, ok := decoded.(*core.Secret)
	if !ok {
		return
	}
	if secret.Type == "" {
		secret.Type = core.SecretTypeOpaque
	}
	for key, value := range secret.StringData {
		if secret.Data == nil {
			secret.Data = map[string][]byte{}
		}
		secret.Data[key] = []byte(value)
	}
	secret.StringData = nil
}
