import pulumi
import pulumi_rolloutkit as rolloutkit

config = pulumi.Config()

rolloutkit.CanaryRollout(
    "checkout",
    namespace="shop",
    template={
        "spec": {
            "containers": [{
                "name": "checkout",
                "image": "registry.example/checkout:1.4.2",
                "ports": [{"containerPort": 8080}],
                "readinessProbe": {"httpGet": {"path": "/ready", "port": 8080}},
                "env": [{"name": "TOKEN", "value": config.require_secret("token")}],
            }],
        },
    },
    ramp={"stages": [20, 50]},
)
