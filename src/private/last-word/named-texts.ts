import { CfnResource, Token } from 'aws-cdk-lib';
import type { CfnPolicy, IGrantable, Policy, PolicyDocument, Role } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { isGrantedPolicy } from '../role-policies';
import { afterAspects } from './after-aspects';
import { atSynthesis } from './last-word';
import { RenewedPolicy } from './renewed-policy';

/** Says a text that ends in names which the tree can change until it is written. */
export type SayNames = (start: string, names: () => string) => string;

/**
 * The texts of a policy that have names in them, and how to say them anew.
 *
 * A token for each would do the same, but it takes as long to resolve as the rest of its statement, and CDK takes
 * it for 150 characters where it divides a policy that is too large.
 */
export class NamedTexts {
  private readonly texts = new Map<string, () => string>();

  public readonly say: SayNames = (start, names) => {
    const text = start + names();
    this.texts.set(text, () => start + names());
    return text;
  };

  /** A policy as it is to be written: itself, unless a name in it has changed. */
  public renew(policy: PolicyDocument): PolicyDocument | RenewedPolicy {
    const changed = [...this.texts].some(([text, say]) => say() !== text);
    return changed ? new RenewedPolicy(policy, (text) => this.texts.get(text)?.() ?? text) : policy;
  }
}

const textsOf = new WeakMap<IConstruct, NamedTexts>();

/** How the identity policy of a principal says names: as text where that can be renewed, else as a token. */
export function sayTo({ grantPrincipal }: IGrantable, otherwise: SayNames): SayNames {
  const role = grantPrincipal as unknown;
  if (!Construct.isConstruct(role) || !isMadeRole(role)) return otherwise;
  const texts = textsOf.get(role) ?? new NamedTexts();
  if (!textsOf.has(role)) afterAspects(role, () => renewPolicies(role, texts));
  textsOf.set(role, texts);
  return texts.say;
}

function isMadeRole(construct: Construct): construct is Role {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource) || resource.cfnResourceType !== 'AWS::IAM::Role') return false;
  // With Role.customizeRoles, CDK keeps the statements for a report, which resolves tokens.
  return construct.node.tryFindChild(`PrecreatedRole${construct.node.id}`) === undefined;
}

function renewPolicies(role: Role, texts: NamedTexts): void {
  for (const child of role.node.children) {
    if (!isGrantedPolicy(role, child)) continue;
    const { document } = child as Policy;
    const resource = child.node.defaultChild as CfnPolicy;
    // What somebody put in the place of the document is theirs.
    if (resource.policyDocument === document) resource.policyDocument = texts.renew(document);
  }
}

/** The tokens of what a resource is called, one for each text, so that CDK can tell which statements say the same. */
export class NamedTokens {
  private readonly tokens = new Map<string, string>();

  public readonly say: SayNames = (start, names) => {
    const text = start + names();
    const token =
      this.tokens.get(text) ??
      // One token for the whole takes half the time of one in a text; beside other tokens, it has to be that.
      (Token.isUnresolved(start) ? start + atSynthesis(names) : atSynthesis(() => start + names()));
    this.tokens.set(text, token);
    return token;
  };
}
