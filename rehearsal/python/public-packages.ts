import type { PublicPypi } from '../index/public-pypi';
import { wheel } from './wheel';

/** What strangers have put on public PyPI, for the cases. */
export function addPublicPackages(pypi: PublicPypi): void {
  for (const name of ['public-tool', 'public-other']) add(pypi, name, '2.0.0', 'GREETING = "from outside"\n');
  // Names that belong to the organization, claimed by somebody else.
  add(pypi, 'acme-confused', '99.0.0', 'raise SystemExit("the wrong package")\n');
  add(pypi, 'acme-unborn', '1.0.0', 'raise SystemExit("the wrong package")\n');
  add(pypi, 'acme-squatted', '1.0.0', 'raise SystemExit("the wrong package")\n');
  add(pypi, 'acme-orders-sdk', '99.0.0', 'raise SystemExit("the wrong package")\n');
}

function add(pypi: PublicPypi, name: string, version: string, content: string): void {
  const path = `${name.replaceAll('-', '_')}.py`;
  const built = wheel({ name, version, files: [{ path, content }] });
  pypi.add(built.filename, built.content);
}
