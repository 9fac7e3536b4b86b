package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	apivalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apimachinery/pkg/util/yaml"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// definition is one version of a CustomResourceDefinition, ready to be applied as the API server applies it.
type definition struct {
	schema *structural.Structural
	values validation.SchemaValidator
	rules  *cel.Validator
}

func readDefinitions(file string) (map[schema.GroupVersionKind]definition, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	found := map[schema.GroupVersionKind]definition{}
	documents := yaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 1<<16)
	for {
		var document apiextensionsv1.CustomResourceDefinition
		err := documents.Decode(&document)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if err := add(found, document); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", file, document.Name, err)
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("%s has no definition", file)
	}
	return found, nil
}

func add(found map[schema.GroupVersionKind]definition, document apiextensionsv1.CustomResourceDefinition) error {
	for _, version := range document.Spec.Versions {
		if !version.Served {
			continue
		}
		var properties apiextensions.JSONSchemaProps
		if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(version.Schema.OpenAPIV3Schema, &properties, nil); err != nil {
			return err
		}
		values, _, err := validation.NewSchemaValidator(&properties)
		if err != nil {
			return err
		}
		shape, err := structural.NewStructural(&properties)
		if err != nil {
			return err
		}
		kind := schema.GroupVersionKind{Group: document.Spec.Group, Version: version.Name, Kind: document.Spec.Names.Kind}
		found[kind] = definition{shape, values, cel.NewValidator(shape, true, celconfig.PerCallLimit)}
	}
	return nil
}

// admit does to an object what the API server does to a new one. It answers with the paths of what was dropped, and
// with what it is refused for.
func (d definition) admit(o object) (pruned []string, refused field.ErrorList) {
	defaulting.PruneNonNullableNullsWithoutDefaults(o.content, d.schema)
	defaulting.Default(o.content, d.schema)
	pruned = pruning.PruneWithOptions(o.content, d.schema, true, structural.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	named := &unstructured.Unstructured{Object: o.content}
	refused = apivalidation.ValidateObjectMetaAccessor(named, true, apivalidation.NameIsDNSSubdomain, field.NewPath("metadata"))
	refused = append(refused, validation.ValidateCustomResource(nil, o.content, d.values)...)
	// Rules rely on what the schema promises.
	if len(refused) == 0 {
		broken, _ := d.rules.Validate(context.Background(), nil, d.schema, o.content, nil, celconfig.RuntimeCELCostBudget)
		refused = append(refused, broken...)
	}
	// Fields come from maps, in any order.
	slices.Sort(pruned)
	slices.SortFunc(refused, func(one, other *field.Error) int { return strings.Compare(one.Error(), other.Error()) })
	return pruned, refused
}
