import { rollout } from '../manifests';

/** A Rollout with more fields of its container, and of its pods; each is a line of YAML. */
export function pods(container = '', pod = ''): string {
  return rollout({
    pod: `
containers:
  - name: main
    image: registry.example/checkout:1.0.0
    ${container}
${pod}`,
  });
}
