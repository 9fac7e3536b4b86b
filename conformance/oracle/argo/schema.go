package main

import (
	"fmt"
	"os"
	"path/filepath"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	schemavalidation "k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	metavalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"sigs.k8s.io/yaml"
)

// definition is what the API server knows of a kind that is defined by a CustomResourceDefinition.
type definition struct {
	structural *structuralschema.Structural
	validator  schemavalidation.SchemaValidator
	namespaced bool
}

// definitions are the kinds of Argo Rollouts, by name.
type definitions map[string]*definition

// loadDefinitions reads the controller's own files, which are named `rollout-crd.yaml` and the like.
func loadDefinitions(directory string) (definitions, error) {
	files, err := filepath.Glob(filepath.Join(directory, "*-crd.yaml"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no *-crd.yaml in %q", directory)
	}
	loaded := definitions{}
	for _, file := range files {
		kind, one, err := loadDefinition(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		loaded[kind] = one
	}
	return loaded, nil
}

func loadDefinition(file string) (string, *definition, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", nil, err
	}
	var written apiextensionsv1.CustomResourceDefinition
	if err := yaml.Unmarshal(text, &written); err != nil {
		return "", nil, err
	}
	var internal apiextensions.CustomResourceDefinition
	if err := apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(&written, &internal, nil); err != nil {
		return "", nil, err
	}
	// A definition of one version keeps its schema in the definition, not in the version.
	schema, err := apiextensions.GetSchemaForVersion(&internal, written.Spec.Versions[0].Name)
	if err != nil {
		return "", nil, err
	}
	structural, err := structuralschema.NewStructural(schema.OpenAPIV3Schema)
	if err != nil {
		return "", nil, err
	}
	validator, _, err := schemavalidation.NewSchemaValidator(schema.OpenAPIV3Schema)
	if err != nil {
		return "", nil, err
	}
	return written.Spec.Names.Kind, &definition{structural, validator, written.Spec.Scope == apiextensionsv1.NamespaceScoped}, nil
}

// check answers as the API server does to a create with fieldValidation=Strict. What it changes on the way, it changes in
// a copy of its own. Rules of the kind "may not change" are not asked: there is no earlier object.
func (d *definition) check(raw []byte, namespace string) ([]verdict, error) {
	var content map[string]any
	if err := json.Unmarshal(raw, &content); err != nil {
		return nil, err
	}
	_, _, unknown, err := objectmeta.GetObjectMetaWithOptions(content, objectmeta.ObjectMetaOptions{ReturnUnknownFieldPaths: true})
	if err != nil {
		return nil, err
	}
	if content["metadata"] == nil {
		content["metadata"] = map[string]any{}
	}
	object := &unstructured.Unstructured{Object: content}
	object.SetNamespace(namespace)
	if object.GetName() == "" && object.GetGenerateName() != "" {
		object.SetName(object.GetGenerateName() + "abcde")
	}
	track := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	unknown = append(unknown, pruning.PruneWithOptions(content, d.structural, true, track)...)
	defaulting.PruneNonNullableNullsWithoutDefaults(content, d.structural)
	fault, embedded := objectmeta.CoerceWithOptions(nil, content, d.structural, false, objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true})
	if fault != nil {
		return nil, fault
	}
	unknown = append(unknown, embedded...)
	defaulting.Default(content, d.structural)

	var found []verdict
	for _, path := range unknown {
		found = append(found, refusal(checkSchema, path, "unknown field %q", path))
	}
	faults := metavalidation.ValidateObjectMetaAccessor(object, d.namespaced, metavalidation.NameIsDNSSubdomain, field.NewPath("metadata"))
	faults = append(faults, schemavalidation.ValidateCustomResource(nil, content, d.validator)...)
	faults = append(faults, objectmeta.Validate(nil, content, d.structural, false)...)
	faults = append(faults, listtype.ValidateListSetsAndMaps(nil, d.structural, content)...)
	return append(found, refusals(checkSchema, faults)...), nil
}
