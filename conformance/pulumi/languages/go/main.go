package main

import (
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
	"github.com/rolloutkit/rolloutkit/sdk/go/rolloutkit"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		image := "registry.example/checkout:" + config.Require(ctx, "version")

		rate, err := rolloutkit.NewSuccessRateAnalysis(ctx, "rate", &rolloutkit.SuccessRateAnalysisArgs{
			Namespace: pulumi.String("shop"),
			AtLeast:   pulumi.Float64(99.5),
		})
		if err != nil {
			return err
		}

		checkout, err := rolloutkit.NewCanaryRollout(ctx, "checkout", &rolloutkit.CanaryRolloutArgs{
			Namespace: pulumi.String("shop"),
			Template: pulumi.Map{
				"spec": pulumi.Map{
					"containers": pulumi.Array{pulumi.Map{
						"name":           pulumi.String("checkout"),
						"image":          pulumi.String(image),
						"ports":          pulumi.Array{pulumi.Map{"containerPort": pulumi.Int(8080)}},
						"readinessProbe": pulumi.Map{"httpGet": pulumi.Map{"path": pulumi.String("/ready"), "port": pulumi.Int(8080)}},
					}},
				},
			},
			Replicas: pulumi.Float64(5),
			Traffic: &rolloutkit.TrafficArgs{
				GatewayApi: &rolloutkit.GatewayApiTrafficOptionsArgs{
					Hosts:   []pulumi.StringInput{pulumi.String("shop.example.com")},
					Gateway: pulumi.String("public"),
				},
			},
			Ramp: &rolloutkit.RampArgs{
				Stages: []pulumi.Float64Input{pulumi.Float64(5), pulumi.Float64(25), pulumi.Float64(50)},
				Hold:   pulumi.StringRef("5m"),
			},
			Analyses: []rolloutkit.AnalysisArgs{
				{Existing: rate.Existing.ToExistingAnalysisPtrOutput()},
				{Latency: &rolloutkit.LatencyOptionsArgs{Percentile: pulumi.Float64(95), AtMost: pulumi.String("500ms")}},
			},
		})
		if err != nil {
			return err
		}

		ctx.Export("service", checkout.StableServiceName)
		return nil
	})
}
