package main

import (
	"errors"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	kubernetes "k8s.io/client-go/kubernetes/scheme"
	strictjson "sigs.k8s.io/json"
)

var argoVersion = v1alpha1.SchemeGroupVersion

// types are all kinds that are read into a type: the controller's own, and those of Kubernetes.
var types = func() *runtime.Scheme {
	scheme := runtime.NewScheme()
	if err := errors.Join(v1alpha1.AddToScheme(scheme), kubernetes.AddToScheme(scheme)); err != nil {
		panic(err)
	}
	return scheme
}()

// readObject fails only when it can't be told what the object is.
func readObject(raw []byte, namespace string) (*object, error) {
	var head struct {
		metav1.TypeMeta `json:",inline"`
		Metadata        struct {
			Name         string `json:"name"`
			GenerateName string `json:"generateName"`
			Namespace    string `json:"namespace"`
		} `json:"metadata"`
	}
	// A value of the wrong type is left out here, and a verdict below.
	_ = strictjson.UnmarshalCaseSensitivePreserveInts(raw, &head)
	if head.Kind == "" || head.APIVersion == "" {
		return nil, errors.New("apiVersion and kind must be given")
	}
	kind := head.GroupVersionKind()
	if head.Metadata.Namespace == "" {
		head.Metadata.Namespace = namespace
	}
	if head.Kind == clusterTemplate {
		head.Metadata.Namespace = ""
	}
	if head.Metadata.Name == "" {
		head.Metadata.Name = head.Metadata.GenerateName
	}
	one := &object{raw: raw, key: key{kind.Group, kind.Kind, head.Metadata.Namespace, head.Metadata.Name}}
	one.found.object = one.key.String()
	one.decode(kind)
	return one, nil
}

func (o *object) decode(kind schema.GroupVersionKind) {
	defer o.found.survive()
	typed, err := types.New(kind)
	if runtime.IsNotRegisteredError(err) {
		if o.isArgo() && kind.Version != argoVersion.Version {
			o.found.add(refusal(checkDecode, "apiVersion", "the controller has no version %s", kind.GroupVersion()))
		}
		return
	}
	if err != nil {
		o.found.add(refusalOf(checkDecode, err))
		return
	}
	// What does not fit is left out, and the rest is judged: the controller reads its objects like that too.
	strict, err := strictjson.UnmarshalStrict(o.raw, typed)
	for _, one := range append(strict, err) {
		if one != nil {
			o.found.add(misfit(one))
		}
	}
	if identity, ok := typed.(metav1.Object); ok {
		identity.SetName(o.name)
		identity.SetNamespace(o.namespace)
	}
	o.typed = typed
}

func misfit(err error) verdict {
	if located, ok := err.(strictjson.FieldError); ok {
		return refusal(checkDecode, located.FieldPath(), "%v", err)
	}
	return refusalOf(checkDecode, err)
}
