import pulumi
import pulumi_rolloutkit as rolloutkit

config = pulumi.Config()

rate = rolloutkit.SuccessRateAnalysis("rate", namespace="shop", at_least=99.5)

checkout = rolloutkit.CanaryRollout(
    "checkout",
    namespace="shop",
    template={
        "spec": {
            "containers": [{
                "name": "checkout",
                "image": f"registry.example/checkout:{config.require('version')}",
                "ports": [{"containerPort": 8080}],
                "readinessProbe": {"httpGet": {"path": "/ready", "port": 8080}},
            }],
        },
    },
    replicas=5,
    traffic={"gateway_api": {"hosts": ["shop.example.com"], "gateway": "public"}},
    ramp={"stages": [5, 25, 50], "hold": "5m"},
    analyses=[{"existing": rate.existing}, {"latency": {"percentile": 95, "at_most": "500ms"}}],
)

pulumi.export("service", checkout.stable_service_name)
