import { authorize, readPolicy } from '../../evaluation/authorization';
import { Refusal } from '../../evaluation/refusal';
import { shown } from '../../evaluation/unknown';
import { CATALOG } from '../catalog';
import { Misuse } from '../command';
import { type Deployed, type Guarded, readableResourcePolicies, type TrustedRole } from './deployed';
import type { Verdict } from './judge';

/** Somebody who wants to install. */
export interface Installer {
  /** ARN of the role or user, or of all of an account. */
  readonly arn: string;
  readonly account: string;
  readonly sessionArn?: string;
  readonly organizationId?: string;
}

/** What one action on a domain or repository comes to. */
export interface InstallStep {
  readonly action: string;
  readonly resource: string;
  readonly verdict: Verdict;
  readonly because: string;
}

export interface InstallExplanation {
  readonly repository: Guarded;
  readonly verdict: Verdict;
  readonly steps: readonly InstallStep[];
}

const PRINCIPAL = /^arn:(aws[a-z-]*):(iam|sts)::(\d{12}):(root|user\/.+|role\/.+|assumed-role\/([^/]+)\/.+)$/;

/** Reads an ARN, or the number of an account for all of it. */
export function readInstaller(principal: string, organizationId: string | undefined): Installer {
  const arn = /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal;
  const [, partition, , account, , assumed] = PRINCIPAL.exec(arn) ?? [];
  if (!account) {
    throw new Misuse(
      `--principal is ${JSON.stringify(principal)}. Give an account of 12 digits, or the ARN of a user or role, such as arn:aws:iam::111111111111:role/developer.`,
    );
  }
  if (organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
    throw new Misuse(
      `--organization is ${JSON.stringify(organizationId)}. Give its id, such as o-a1b2c3d4e5.`,
    );
  }
  const who = { account, ...(organizationId && { organizationId }) };
  if (!assumed) return { arn, ...who };
  return { arn: `arn:${partition}:iam::${account}:role/${assumed}`, sessionArn: arn, ...who };
}

/** Whether somebody may install from each repository, and which statement lets them. */
export function explainInstall(deployed: Deployed, installer: Installer): InstallExplanation[] {
  const role = deployed.roles.find(({ arn }) => arn === installer.arn);
  return deployed.repositories.map((repository) => {
    const domain = repository.arn.replace(/:repository\/([^/]+)\/.*$/, ':domain/$1');
    const steps = [
      step(deployed, installer, role, 'codeartifact:GetAuthorizationToken', domain),
      step(deployed, installer, role, 'codeartifact:GetRepositoryEndpoint', repository.arn),
      step(deployed, installer, role, 'codeartifact:ReadFromRepository', repository.arn),
    ];
    const verdicts = steps.map(({ verdict }) => verdict);
    const verdict = verdicts.includes('refused')
      ? 'refused'
      : verdicts.includes('undecided')
        ? 'undecided'
        : 'granted';
    return { repository, verdict, steps };
  });
}

const ANYTHING = readPolicy('its own policies', {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});

function step(
  deployed: Deployed,
  installer: Installer,
  role: TrustedRole | undefined,
  action: string,
  resource: string,
): InstallStep {
  const said = (verdict: Verdict, because: string) => ({
    action,
    resource,
    verdict,
    because: shown(because),
  });
  try {
    if (isElsewhere(deployed, resource)) {
      return said('undecided', `the policy of ${resource.split(':').at(-1)} is in none of the stacks`);
    }
    const known = role?.policies instanceof Refusal || role?.besides.length ? undefined : role?.policies;
    const ask = (identityPolicies: Parameters<typeof authorize>[0]['identityPolicies']) =>
      authorize({
        catalog: CATALOG,
        principal: installer,
        action,
        resource,
        identityPolicies: identityPolicies as never,
        resourcePolicies: readableResourcePolicies(deployed),
      });
    const decision = ask((known as undefined) ?? [ANYTHING]);
    if (!decision.allowed) {
      const because = [decision.because, decision.statement, ...decision.considered]
        .filter(Boolean)
        .join('; ');
      const isOpen = installer.organizationId === undefined && because.includes('aws:PrincipalOrgID');
      return isOpen
        ? said(
            'undecided',
            `it depends on the organization of the caller, which --organization says; ${because}`,
          )
        : said('refused', because);
    }
    const byResource = known ? decision : ask([]);
    if (byResource.allowed) return said('granted', `by ${byResource.statement}`);
    if (decision.statement?.startsWith(ANYTHING.name)) {
      return said(
        'undecided',
        'no policy of the resource is needed within its own account: its own policies decide',
      );
    }
    return said('granted', `by ${decision.statement}, where its own policies allow it too`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return said('undecided', error.message);
  }
}

function isElsewhere({ domains, repositories }: Deployed, resource: string): boolean {
  return ![...domains, ...repositories].some(({ arn }) => arn === resource);
}
