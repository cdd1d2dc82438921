import type { Statement } from '../access/policy/statement';
import { accountWords } from '../access/reference';
import type { AccessSetup, Identity, ResourcePolicy } from '../access/setup';
import { type Html, html, joined, listOf, section, tableOf } from './html';
import { conditionList, statementSentence, type Whose } from './statement';

interface Policy {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly whose: Whose;
}

/** Every statement of the templates that decides about who may do what, policy by policy. */
export function statementsSection(setups: readonly AccessSetup[]): Html {
  const parts = setups.flatMap((setup) => {
    const where = setups.length > 1 ? `, in ${accountWords(setup.account)}` : '';
    return [...setup.identities.map(ofIdentity), ...setup.resourcePolicies.map(ofResource)].map(
      ({ title, policies, beside }) => html`<h3>${title}${where}</h3>
${policies.map((policy) => policyTable(setup, policy))}${beside.length > 0 ? listOf(beside) : ''}`,
    );
  });
  const none = html`<p>No role, user, domain or repository is in the templates.</p>`;
  return section('statements', 'Every statement', parts.length > 0 ? parts : none);
}

function policyTable(setup: AccessSetup, { name, statements, whose }: Policy): Html {
  if (statements.length === 0) return html`<p>${name}: no statement.</p>\n`;
  const rows = statements.map((one, index) => [
    `${index + 1}`,
    statementSentence(setup, one, whose),
    conditionList(one),
  ]);
  return tableOf(name, ['Statement', 'What it says', 'Conditions, all of them'], rows, 'statements');
}

function ofIdentity({ kind, name, trust, policies, boundaries, openPolicies, openBoundaries }: Identity) {
  const who = `the ${kind} ${name}`;
  const open = (what: string) => (arn: string) =>
    html`${what} ${joined([arn], '')}: what it says is in no template.`;
  return {
    title: `${kind === 'role' ? 'Role' : 'User'} ${name}`,
    policies: [
      ...(kind === 'role'
        ? [{ name: `Who may be the role ${name}`, statements: trust, whose: { on: who } }]
        : []),
      { name: `What ${who} may do`, statements: policies, whose: { who } },
      ...boundaries.map((statements) => ({
        name: `What a permissions boundary leaves ${who}`,
        statements,
        whose: { who },
      })),
    ],
    beside: [
      ...openPolicies.map(open('It also has the policy')),
      ...openBoundaries.map(open('It also has the permissions boundary')),
    ],
  };
}

function ofResource({ of, domain, repository, statements }: ResourcePolicy) {
  const name = repository === undefined ? domain : `${domain}/${repository}`;
  const on = of === 'domain' ? `the domain ${name}` : `the repository ${name} and its packages`;
  return {
    title: `${of === 'domain' ? 'Domain' : 'Repository'} ${name}`,
    policies: [{ name: `What the policy of the ${of} ${name} says`, statements, whose: { on } }],
    beside: [],
  };
}
