import type { ResolvedResource } from '../../evaluation/template';
import {
  change,
  changeText,
  edit,
  HOST,
  LAB,
  main,
  ORDERS,
  on,
  type Planted,
  ROLE,
  remove,
  TOOLS,
} from './planting';

/** Everything that is tried, one at a time. */
export const FAULTS: readonly Planted[] = [
  on(LAB, 'repository-missing', 'A repository was deleted', ({ github, lab }) => {
    github.repositories.splice(github.repositories.indexOf(lab), 1);
  }),
  on(ORDERS, 'repository-renamed', 'A repository was renamed', ({ github, orders }) => {
    github.renamed[ORDERS] = 'acme/orders';
    orders.name = 'acme/orders';
    orders.subject.sub_claim_prefix = `repo:${ORDERS}`;
  }),
  on(ORDERS, 'repository-recreated', 'A repository was deleted and made anew', ({ orders }) => {
    orders.id = 99;
  }),
  on(ORDERS, 'owner-recreated', 'Somebody else took the name of an owner', ({ orders }) => {
    orders.ownerId = 99;
  }),
  on('1234', 'organization-missing', 'An organization was deleted', ({ github }) => {
    github.organizations.splice(0, 1);
  }),
  on(TOOLS, 'subject-format', 'A repository was switched to immutable subjects', ({ tools }) => {
    tools.subject = { use_default: true, use_immutable_subject: true };
  }),
  on(
    TOOLS,
    'subject-format',
    'The same, where GitHub says one thing in its switch and another in its prefix',
    ({ tools }) => {
      const sub_claim_prefix = 'repo:acme@1234/tools@3456';
      tools.subject = { use_default: true, use_immutable_subject: false, sub_claim_prefix };
    },
  ),
  on(ORDERS, 'subject-template', 'A repository has a subject of its own making', ({ orders }) => {
    orders.subject = { use_default: false, include_claim_keys: ['repo', 'context', 'job_workflow_ref'] };
  }),
  on(
    ORDERS,
    'subject-template',
    "A repository takes over its organization's template",
    ({ github, orders }) => {
      orders.subject = { use_default: false };
      (github.organizations[0] as { template?: string[] }).template = ['repository_owner_id'];
    },
  ),
  on(ORDERS, 'caller-missing', 'A repository has no workflow that publishes', ({ orders }) => {
    delete main(orders)['.github/workflows/publish_python.yml'];
  }),
  on(ORDERS, 'caller-differs', 'A workflow calls another branch of the host', ({ orders }) => {
    edit(orders, '.github/workflows/publish_python.yml', (text) => text.replace('@main', '@next'));
  }),
  on(ORDERS, 'caller-differs', 'A workflow starts on other tags', ({ orders }) => {
    edit(orders, '.github/workflows/publish_python.yml', (text) => text.replace('v*.*.*', 'release-*'));
  }),
  on(TOOLS, 'workflow-missing', 'A repository lacks the workflow that its own one calls', ({ tools }) => {
    delete main(tools)['.github/workflows/codeartifact_tools.yml'];
  }),
  on(HOST, 'workflow-differs', "The host's workflow was edited", ({ host }) => {
    edit(host, '.github/workflows/codeartifact_python.yml', (text) => text.replace('900', '3600'));
  }),
  on(HOST, 'host-missing', 'The host was deleted', ({ github, host }) => {
    github.repositories.splice(github.repositories.indexOf(host), 1);
  }),
  on(HOST, 'host-access', 'The host lets no other repository call its workflow', ({ host }) => {
    host.access = 'none';
  }),
  on(HOST, 'ref-unprotected', "The host's branch is not protected", ({ host }) => {
    (host.branches.main as { protected: boolean }).protected = false;
  }),
  on(TOOLS, 'ref-unprotected', 'A branch that publishes is not protected', ({ tools }) => {
    (tools.branches.main as { protected: boolean }).protected = false;
  }),
  on(ORDERS, 'tags-unprotected', 'The ruleset for tags was switched off', ({ orders }) => {
    orders.rulesets = orders.rulesets.map((ruleset) => ({ ...ruleset, enforcement: 'disabled' }));
  }),
  on(ORDERS, 'tags-unprotected', 'The ruleset is for fewer tags than publish', ({ orders }) => {
    orders.rulesets = orders.rulesets.map((ruleset) => ({ ...ruleset, include: ['refs/tags/v1.*'] }));
  }),
  on(ORDERS, 'tags-unprotected', 'The ruleset lets tags be moved', ({ orders }) => {
    orders.rulesets = orders.rulesets.map((ruleset) => ({ ...ruleset, rules: ['creation'] }));
  }),
  on(LAB, 'environment-missing', 'A repository has no environment to publish from', ({ lab }) => {
    lab.environments = {};
  }),
  on(LAB, 'environment-unprotected', 'An environment has no protection rules', ({ lab }) => {
    lab.environments.release = { protection_rules: [] };
  }),
  on(ORDERS, 'actions-disabled', 'GitHub Actions are switched off', ({ orders }) => {
    orders.actions = { enabled: false };
  }),
  on(ORDERS, 'action-not-allowed', 'An action is not on the list of those that are allowed', ({ orders }) => {
    orders.actions.selected?.patterns_allowed.splice(0);
  }),
  on(ORDERS, 'action-not-allowed', "Only the organization's own actions are allowed", ({ orders }) => {
    orders.actions = { enabled: true, allowed_actions: 'local_only' };
  }),
  on(TOOLS, 'variable-missing', 'A configuration variable is missing', ({ github }) => {
    github.organizationVariables = {};
  }),
  on(TOOLS, 'variable-differs', 'A configuration variable has an old value', ({ tools }) => {
    tools.variables.CODEARTIFACT_DOMAIN_OWNER = '222222222222';
  }),
  on('PythonArtifacts', 'stack-missing', 'A stack was deleted', ({ stacks }) => {
    (stacks[1] as { stackName: string }).stackName = 'Another';
  }),
  on('token.actions.githubusercontent.com', 'provider-missing', 'The OIDC provider was deleted', (world) => {
    remove(world, 'AWS::IAM::OIDCProvider');
  }),
  on('token.actions.githubusercontent.com', 'provider-audience', 'The provider lost an audience', (world) => {
    change(world, 'AWS::IAM::OIDCProvider', { ClientIdList: ['https://github.com/acme'] });
  }),
  on(ROLE, 'role-missing', 'A role was deleted', (world) => {
    remove(world, 'AWS::IAM::Role', ROLE);
  }),
  on(ROLE, 'trust-differs', 'Somebody trusted one more repository by hand', (world) => {
    changeText(world, ROLE, (text) =>
      text.replace('"repo:acme/orders-sdk:', '"repo:evil/orders-sdk:*","repo:acme/orders-sdk:'),
    );
  }),
  on(ROLE, 'permissions-differ', 'Somebody let a role publish every package', (world) => {
    changeText(world, 'PythonPublisherRoleDefaultPolicy7F8D1235', (text) =>
      text.replace('pypi//acme-*', 'pypi//*'),
    );
  }),
  on(ROLE, 'permissions-differ', 'Somebody attached a policy to a role', (world) => {
    change(
      world,
      'AWS::IAM::Role',
      { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSCodeArtifactAdminAccess'] },
      ROLE,
    );
  }),
  on('domain acme', 'domain-missing', 'A domain was deleted, with all that was in it', (world) => {
    for (const stack of world.stacks) {
      const isInside = ({ type, properties }: ResolvedResource) =>
        type.startsWith('AWS::CodeArtifact::') && properties.DomainName === 'acme';
      stack.resources = stack.resources.filter((resource) => !isInside(resource));
    }
  }),
  on('domain acme', 'domain-policy-differs', 'Somebody opened a domain to everybody', (world) => {
    changeText(world, 'domain/acme', (text) => text.replace(/"Condition":\{.*?\}\},/, ''));
  }),
  on('repository python', 'index-missing', 'A repository was deleted from CodeArtifact', (world) => {
    remove(world, 'AWS::CodeArtifact::Repository', 'repository/acme/python');
  }),
  on(
    'repository python',
    'index-policy-differs',
    'Somebody took an organization out of a repository policy',
    (world) => {
      changeText(world, 'repository/acme/python', (text) => text.replace('o-a1b2c3d4e5', 'o-0000000000'));
    },
  ),
  on('repository python', 'upstreams-differ', 'A repository lost its upstream', (world) => {
    change(world, 'AWS::CodeArtifact::Repository', { Upstreams: [] }, 'repository/acme/python');
  }),
  on('repository pypi-store', 'upstreams-differ', 'The store lost its connection to PyPI', (world) => {
    change(world, 'AWS::CodeArtifact::Repository', { ExternalConnections: [] }, 'repository/acme/pypi-store');
  }),
  on('package group /pypi//acme-*', 'package-group-missing', 'A package group was deleted', (world) => {
    remove(world, 'AWS::CodeArtifact::PackageGroup', 'acme-%2a');
  }),
  on(
    'package group /pypi//acme-*',
    'package-group-differs',
    'Internal names may come in from PyPI',
    (world) => {
      changeText(world, 'acme-%2a', (text) => text.replace('BLOCK', 'ALLOW'));
    },
  ),
  on(
    'package group /pypi//acme-*',
    'package-group-differs',
    'Internal packages may be published elsewhere',
    (world) => {
      changeText(world, 'acme-%2a', (text) => text.replace('"python"', '"experiments"'));
    },
  ),
];
