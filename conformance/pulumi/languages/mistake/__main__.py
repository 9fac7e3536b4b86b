import pulumi_rolloutkit as rolloutkit

rolloutkit.CanaryRollout(
    "checkout",
    namespace="shop",
    template={"spec": {"containers": [{"name": "checkout", "image": "registry.example/checkout:1.4.2", "ports": [{"containerPort": 8080}]}]}},
    ramp={"stages": [5, 66, 33]},
    main_container="web",
)
