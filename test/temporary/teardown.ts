import { rmSync } from 'node:fs';

export default function teardown(): void {
  const folder = process.env.TMPDIR;
  if (folder?.includes('rolloutkit-tests-')) rmSync(folder, { recursive: true, force: true });
}
