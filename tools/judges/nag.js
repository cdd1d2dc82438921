// Runs as one bundle, in this repository with cdk-nag 2 and in a folder of its own with cdk-nag 3 and the newest CDK.
const { Aspects, Validations } = require('aws-cdk-lib');
const { Annotations, Match } = require('aws-cdk-lib/assertions');
const { PolicyStatement } = require('aws-cdk-lib/aws-iam');
const nag = require('cdk-nag');
const { REFERENCE_APPS } = require('../../test/reference/apps');
const { setups } = require('./setups');

const PACKS = ['AwsSolutions', 'HIPAASecurity', 'NIST80053R4', 'NIST80053R5', 'PCIDSS321'];
const ACKNOWLEDGED = Validations?.ACKNOWLEDGED_RULES_METADATA_KEY;
const RULE = '(AwsSolutions|HIPAA.Security|NIST.800.53.R[45]|PCI.DSS.321)-';

/** What a pack of rules finds in a stack, as `rule path`. */
function found(stack, name) {
  const Pack = nag[`${name}Checks`];
  return nag.NagSuppressions ? byAspect(stack, new Pack()) : byPlugin(stack, new Pack());
}

function byAspect(stack, pack) {
  Aspects.of(stack).add(pack);
  const annotations = Annotations.fromStack(stack);
  const matching = Match.stringLikeRegexp(`${RULE}|CdkNag`);
  return [...annotations.findError('*', matching), ...annotations.findWarning('*', matching)].map(
    ({ id, entry }) => `${/^[\w.-]+(\[.*?\])?(?=: )/.exec(entry.data)[0]} ${id}`,
  );
}

function byPlugin(stack, pack) {
  stack.node.root.synth(); // aspects give the reasons
  return pack
    .validateScope(stack.node.root)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
}

/** The reasons that this version of cdk-nag reads: in the template, or acknowledged to the CDK. */
function explained(stack) {
  const { Resources } = stack.node.root.synth().getStackByName(stack.stackName).template;
  if (nag.NagSuppressions)
    return Object.values(Resources).flatMap(({ Metadata }) => Metadata?.cdk_nag?.rules_to_suppress ?? []);
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === ACKNOWLEDGED))
    .flatMap(({ data }) => Object.entries(data))
    .map(([id, reason]) => ({ id: id.replace(/^annotation::/i, '').replace(/\[.*/, ''), reason }));
}

/** Each pack has a stack of its own, so that none is changed by another. */
function stacks(count) {
  return [...Object.values(REFERENCE_APPS).map((make) => make()), ...setups(count).map(({ stack }) => stack)];
}

const COUNT = 12;
const findings = PACKS.flatMap((pack) => stacks(COUNT).flatMap((stack) => found(stack, pack)));
const suppressions = stacks(COUNT).flatMap(explained);
const [{ stack: broken, publishRole }] = setups(1);
publishRole.addToPolicy(new PolicyStatement({ actions: ['codeartifact:*'], resources: ['*'] }));
const bites = found(broken, 'AwsSolutions');

console.log(JSON.stringify({ stacks: stacks(COUNT).length, findings, suppressions, bites }));
