// The Kubernetes provider of Pulumi. Its own main embeds a schema that its module leaves out; the schema is asked for only by imports and by code
// generators.
package main

import (
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version"
)

func main() {
	version.Version = "4.26.0"
	provider.Serve("kubernetes", version.Version, []byte(`{"name":"kubernetes"}`), []byte("{}"))
}
