import { invalidInput } from '../private/invalid-input';
import {
  type PublisherScope,
  type ScopedPublisher,
  sharedIdentities,
  trustedWorkflow,
} from './scoped-publisher';

/**
 * Throws where code that is built with `privateDependencies` could assume the role of another publisher of the app.
 *
 * Such a build can ask for the identity of its workflow run. It is in no environment and in its own reusable
 * workflow, so that a role which trusts an environment or another workflow is out of its reach.
 */
export function refuseBuildsThatReach(
  place: string,
  added: PublisherScope,
  earlier: ScopedPublisher[],
): void {
  for (const other of earlier) {
    if (!added.privateDependencies && !other.privateDependencies) continue;
    const pairs: [PublisherScope, PublisherScope, string][] = [
      [added, other, other.construct.node.path],
      [other, added, place],
    ];
    for (const [builder, target, path] of pairs) {
      const [reached] = reaches(builder, target) ? sharedIdentities(builder, target) : [];
      if (reached === undefined) continue;
      throw invalidInput(
        {
          property: 'privateDependencies',
          given: true,
          reason: `lets the builds of ${reached} assume the role of another publisher, ${path}, which trusts its tags or branches`,
          instead:
            'PublishTrigger.environment or a workflow host of its own for every publisher that names this repository',
          see: 'https://docs.github.com/en/actions/reference/security/oidc',
        },
        place,
      );
    }
  }
}

function reaches(builder: PublisherScope, target: PublisherScope): boolean {
  // A build without an environment could assume the role of its own publisher, and its workflow says so.
  if (!builder.privateDependencies || builder.publishOn._environment() === undefined) return false;
  if (target.publishOn._environment() !== undefined) return false;
  const trusted = trustedWorkflow(target);
  return trusted === undefined || isWorkflowOf(builder, trusted);
}

/** Without a host, the workflow is in the repository that publishes, at whatever ref starts it. */
function isWorkflowOf(builder: PublisherScope, trusted: string): boolean {
  if (builder.host) return trustedWorkflow(builder) === trusted;
  return builder.publishers.some((publisher) =>
    trusted
      .toLowerCase()
      .startsWith(`${publisher._publisherIdentity().name}/${builder.workflowPath}@`.toLowerCase()),
  );
}
