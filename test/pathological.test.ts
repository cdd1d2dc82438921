import { App, Stack } from 'aws-cdk-lib';
import {
  BuildCommand,
  Domain,
  GitHubIssuer,
  GitHubPublisher,
  JsonPatch,
  PackageGroup,
  PublishTrigger,
  Repository,
  WorkflowHost,
} from '../src';

const MANY = 200_000;
const group = (packages: string) => {
  const stack = new Stack(new App(), 'Stack');
  return new PackageGroup(stack, 'G', { domain: new Domain(stack, 'D', { domainName: 'acme' }), packages });
};

/** Inputs on which a careless pattern takes seconds or hours. */
const LONG: Record<string, () => unknown> = {
  'a pointer of many parts and an end that is none': () => JsonPatch.remove(`${'/a'.repeat(MANY)}~`),
  'a pointer of slashes': () => JsonPatch.remove(`x${'/'.repeat(MANY)}`),
  'a package name of hyphens': () => group(`a${'-'.repeat(MANY)}!`),
  'a package prefix of separators': () => group(`a${'-._'.repeat(MANY)}x*`),
  'a package name of letters': () => group(`${'a'.repeat(MANY)}-`),
  'a repository of slashes': () => GitHubPublisher.repository('/'.repeat(MANY)),
  'a repository like a URL': () => GitHubPublisher.repository(`https://${'a.'.repeat(MANY)}/x`),
  'a repository of dots': () => GitHubPublisher.repository(`acme/${'.'.repeat(MANY)}git`),
  'an owner of hyphens': () => GitHubPublisher.repository(`a${'-'.repeat(MANY)}!/x`),
  'a tag of stars': () => PublishTrigger.tags(`${'*'.repeat(MANY)}[`),
  'a tag of digits and dots': () => PublishTrigger.tags(`v${'1.'.repeat(MANY)}`),
  'a branch of slashes': () => PublishTrigger.branch(`a${'/b'.repeat(MANY)}/`),
  'an environment of blanks': () => PublishTrigger.environment(`a${' '.repeat(MANY)}`),
  'a host name of labels': () => GitHubIssuer.enterpriseServer(`${'a-'.repeat(MANY)}.x`),
  'a host name of dots': () => GitHubIssuer.enterpriseServer(`https://${'a.'.repeat(MANY)}`),
  'a slug of hyphens': () => GitHubIssuer.enterprise(`a${'-'.repeat(MANY)}!`),
  'a commit of digits': () => WorkflowHost.commit('acme/platform', '0'.repeat(MANY)),
  'a domain name of hyphens': () => new Domain(new Stack(), 'D', { domainName: `-${'-'.repeat(MANY)}` }),
  'a repository name of dots': () =>
    new Repository(new Stack(), 'R', {
      domain: Domain.fromDomainAttributes(new Stack(), 'D', { domainName: 'acme' }),
      repositoryName: `.${'.'.repeat(MANY)}`,
    }),
  'a command of blanks': () => BuildCommand.custom(' '.repeat(MANY)),
};

test.each(
  Object.entries(LONG),
)('%s is refused within 200 ms, in a message that can be read', (_, attempt) => {
  let message = '';
  // The quicker of two, since the first one may have to load a part of the CDK.
  const took = [1, 2].map(() => {
    const started = performance.now();
    try {
      attempt();
    } catch (error) {
      ({ message } = error as Error);
    }
    return performance.now() - started;
  });
  expect(message).toMatch(/^[\w.[\]]+ .* (is|has|begins) /);
  expect(message.length).toBeLessThan(1500);
  expect(Math.min(...took)).toBeLessThan(200);
});
