import { invalidInput } from '../private/invalid-input';
import type { PackagePublisherOptions } from './package-publisher';

/**
 * Throws where code that is built with `privateDependencies` could assume the role of another publisher.
 *
 * Such a build can ask for the identity of its workflow run. It is in no environment and in its own reusable
 * workflow, so that a role which trusts an environment or a host is out of its reach.
 */
export function refuseBuildsThatReach(place: string, publishers: PackagePublisherOptions[]): void {
  // A build without an environment could assume the role of its own publisher, and its workflow says so.
  const building = publishers.filter(
    ({ workflow, publishOn }) => workflow?.privateDependencies && publishOn?._environment() !== undefined,
  );
  const reachable = publishers.filter(
    ({ workflow, publishOn }) => !workflow?.host && publishOn?._environment() === undefined,
  );
  for (const { name } of building.flatMap(identitiesOf)) {
    if (!reachable.flatMap(identitiesOf).some((identity) => identity.name === name)) continue;
    throw invalidInput(
      {
        property: 'privateDependencies',
        given: true,
        reason: `lets the builds of ${name} assume the role of another publisher of this pipeline, which trusts its tags or branches`,
        instead:
          'PublishTrigger.environment or a workflow host for every publisher that names this repository',
        see: 'https://docs.github.com/en/actions/reference/security/oidc',
      },
      place,
    );
  }
}

function identitiesOf({ publishers }: PackagePublisherOptions) {
  return publishers.map((publisher) => publisher._identity());
}
