import type { Aws } from '../aws/aws';
import { domainFaults, packageGroupFaults, repositoryFaults, tokenFaults } from './aws/code-artifact';
import { permissionFaults, providerFaults, trustFaults } from './aws/identity';
import type { Examination } from './examination';
import type { ExpectedStack } from './expected/stacks';

/**
 * What is there in AWS, compared with the template of a stack.
 *
 * @param providers the ARNs of those that were looked at already: many roles trust one
 */
export async function lookAtAws(
  aws: Aws,
  stackName: string,
  stack: ExpectedStack,
  examination: Examination,
  { withToken, providers }: { readonly withToken: boolean; readonly providers: Set<string> },
): Promise<void> {
  const looks: Promise<void>[] = [];
  const look = (...args: Parameters<Examination['look']>) => looks.push(examination.look(...args));
  for (const { logicalId, why } of stack.unclear) examination.unseen(stackName, logicalId, why);
  for (const role of stack.roles) {
    if (providers.has(role.providerArn)) continue;
    providers.add(role.providerArn);
    look(role.issuer, 'OIDC provider', () => providerFaults(aws, role));
  }
  for (const { name, resource } of stack.roles) {
    look(name, 'trust policy', () => trustFaults(aws, resource));
    look(name, 'permissions', () => permissionFaults(aws, resource, stack.policies));
  }
  for (const domain of stack.domains) {
    const name = `domain ${String(domain.properties.DomainName)}`;
    look(name, 'domain policy', () => domainFaults(aws, domain));
    if (withToken) look(name, 'authorization token', () => tokenFaults(aws, domain));
  }
  for (const repository of stack.repositories) {
    const name = `repository ${String(repository.properties.RepositoryName)}`;
    look(name, 'repository policy, upstreams', () => repositoryFaults(aws, repository));
  }
  for (const group of stack.packageGroups) {
    look(`package group ${String(group.properties.Pattern)}`, 'origin controls', () =>
      packageGroupFaults(aws, group),
    );
  }
  await Promise.all(looks);
}
