package main

import (
	"fmt"
	"strings"

	"k8s.io/apimachinery/pkg/util/validation/field"
)

// What refuses an object, and so who says it and when.
const (
	// The API server, because of the CustomResourceDefinition.
	checkSchema = "schema"
	// The types of the controller, or of Kubernetes: a field they do not have, or of another type.
	checkDecode = "decode"
	// The controller, of the object by itself.
	checkValidate = "validate"
	// The controller, of what the object names.
	checkReferences = "references"
	// The controller, when it makes or starts the analysis.
	checkTemplate = "template"
	// The controller, when it evaluates a measurement.
	checkCondition = "condition"
	// The controller, before it takes a measurement.
	checkProvider = "provider"
	// The controller would have crashed.
	checkPanic = "panic"
)

// verdict is one reason why an object is not accepted.
type verdict struct {
	Object  string `json:"object,omitempty"`
	Check   string `json:"check"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
}

func refusal(check, path, format string, args ...any) verdict {
	return verdict{Check: check, Field: path, Message: fmt.Sprintf(format, args...)}
}

// refusalOf keeps the path of an error that has one.
func refusalOf(check string, err error) verdict {
	if located, ok := err.(*field.Error); ok {
		return verdict{Check: check, Field: located.Field, Message: located.ErrorBody()}
	}
	return verdict{Check: check, Message: err.Error()}
}

func refusals(check string, errors field.ErrorList) []verdict {
	var all []verdict
	for _, err := range errors {
		all = append(all, refusalOf(check, err))
	}
	return all
}

// findings are the verdicts about one object.
type findings struct {
	object string
	list   []verdict
}

func (f *findings) add(verdicts ...verdict) {
	for _, one := range verdicts {
		one.Object = f.object
		f.list = append(f.list, one)
	}
}

// addUnsaid leaves out what was said of the same field already, by an earlier check in more words.
func (f *findings) addUnsaid(one verdict) {
	for _, said := range f.list {
		if said.Field == one.Field && strings.HasSuffix(said.Message, one.Message) {
			return
		}
	}
	f.add(one)
}

// survive turns a panic of the code that is asked into a verdict. It is to be deferred.
func (f *findings) survive() {
	if reason := recover(); reason != nil {
		f.add(refusal(checkPanic, "", "%v", reason))
	}
}
