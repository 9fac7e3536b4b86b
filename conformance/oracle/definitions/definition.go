package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	schemavalidation "k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// What the API server spends on one rule, and on all rules of an object (k8s.io/apiserver/pkg/apis/cel).
const (
	costOfRule   = 1_000_000
	costOfObject = 10_000_000
)

// definition is what the API server makes of a pinned schema.
type definition struct {
	structural *structuralschema.Structural
	validator  schemavalidation.SchemaValidator
	rules      *cel.Validator
}

// unmarshal keeps whole numbers whole, as the API server does.
func unmarshal(raw []byte, into *question) error {
	var plain struct {
		File   string          `json:"file"`
		Object json.RawMessage `json:"object"`
	}
	if err := json.Unmarshal(raw, &plain); err != nil {
		return err
	}
	into.File = plain.File
	return utiljson.Unmarshal(plain.Object, &into.Object)
}

func load(folder, name string) (*definition, error) {
	text, err := os.ReadFile(filepath.Join(folder, filepath.Base(name)+".json"))
	if err != nil {
		return nil, err
	}
	var pinned struct {
		Schema *apiextensionsv1.JSONSchemaProps `json:"schema"`
	}
	if err := json.Unmarshal(text, &pinned); err != nil {
		return nil, err
	}
	var schema apiextensions.JSONSchemaProps
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(pinned.Schema, &schema, nil); err != nil {
		return nil, err
	}
	structural, err := structuralschema.NewStructural(&schema)
	if err != nil {
		return nil, err
	}
	validator, _, err := schemavalidation.NewSchemaValidator(&schema)
	if err != nil {
		return nil, err
	}
	return &definition{structural, validator, cel.NewValidator(structural, true, costOfRule)}, nil
}

// judge goes the way of a create with fieldValidation=Strict; names and labels are left out.
func (d *definition) judge(object map[string]any) answer {
	options := structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	var said answer
	for _, path := range pruning.PruneWithOptions(object, d.structural, true, options) {
		said.Faults = append(said.Faults, "unknown field "+path)
	}
	defaulting.PruneNonNullableNullsWithoutDefaults(object, d.structural)
	defaulting.Default(object, d.structural)
	faults := schemavalidation.ValidateCustomResource(nil, object, d.validator)
	faults = append(faults, listtype.ValidateListSetsAndMaps(nil, d.structural, object)...)
	said.Faults = append(said.Faults, texts(faults)...)
	if said.Asked = !keepsRulesFromBeingAsked(faults); said.Asked {
		broken, _ := d.rules.Validate(context.Background(), nil, d.structural, object, nil, costOfObject)
		said.Rules = texts(broken)
	}
	return said
}

// keepsRulesFromBeingAsked is hasBlockingErr of the API server, which is not exported.
func keepsRulesFromBeingAsked(faults field.ErrorList) bool {
	for _, fault := range faults {
		switch fault.Type {
		case field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany, field.ErrorTypeTypeInvalid:
			return true
		}
	}
	return false
}

func texts(faults field.ErrorList) []string {
	var all []string
	for _, fault := range faults {
		all = append(all, fault.Error())
	}
	return all
}
