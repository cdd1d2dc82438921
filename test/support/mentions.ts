import type { Stack } from 'aws-cdk-lib';
import { Stage } from 'aws-cdk-lib';
import { resolveTemplate } from '../../evaluation/template';
import { ACME } from './stacks';

/** The names that some texts give to a domain, a repository and roles. */
export interface Mentions {
  readonly domains: string[];
  readonly repositories: string[];
  /** With their paths, as in an ARN. */
  readonly roles: string[];
}

/** How a template or a file says a name: the domain first, then the repository. */
const FORMS = [
  /:codeartifact:[^:]*:[^:]*:domain\/([^/"\s]+)/g,
  /:codeartifact:[^:]*:[^:]*:(?:repository|package)\/([^/"\s]+)\/([^/"\s]+)/g,
  /https:\/\/([\w-]+)-\d{12}\.d\.codeartifact\.[^/]+\/pypi\/([^/"\s]+)\//g,
  /--domain (\S+) --domain-owner \S+ --repository (\S+)/g,
  /packages (?:to|from) ([^/"\s]+)\/(\S+) (?:from|in) GitHub/g,
  /"DomainName":"([^"]+)"/g,
];
const REPOSITORY_FORMS = [/"RepositoryName":"([^"]+)"/g, /^\s+REPOSITORY: (.+)$/gm];
const DOMAIN_FORMS = [/^\s+DOMAIN: (.+)$/gm];
const ROLE_FORMS = [/:iam::\d*:role\/([!-~]+?)["\s\\]/g];

/** All names that stand in texts. */
export function mentionsIn(...texts: string[]): Mentions {
  const all = texts.join('\n');
  const find = (forms: RegExp[], group = 1) =>
    forms.flatMap((form) => [...all.matchAll(form)].map((match) => match[group])).filter(Boolean);
  return {
    domains: distinct([...find(FORMS), ...find(DOMAIN_FORMS)]),
    repositories: distinct([...find(FORMS, 2), ...find(REPOSITORY_FORMS)]),
    roles: distinct(find(ROLE_FORMS)),
  };
}

/** The resources and outputs of a synthesized stack as CloudFormation would make them, as one text. */
export function deployedText(stack: Stack): string {
  const { template } = (Stage.of(stack) as Stage).synth().getStackArtifact(stack.artifactId);
  const { resources, outputs } = resolveTemplate(template, ACME);
  return JSON.stringify([resources, outputs]);
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].sort();
}
