import { Resource, Token } from 'aws-cdk-lib';
import {
  type AddToResourcePolicyResult,
  Grant,
  type GrantWithResourceOptions,
  type IGrantable,
  type PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, listOf, TEXT } from '../../private/kinds';
import { NamedTexts, NamedTokens, type SayNames, sayTo } from '../../private/named-texts';
import type { IDomain } from '../domain/domain-interface';
import { isForeign } from '../domain/foreign-domain';
import { grantBearerToken } from '../policy/bearer-token';
import { checkGrantee } from '../policy/grantee';
import {
  DOMAIN_ACTIONS,
  PACKAGE_PUBLISH_ACTIONS,
  PACKAGE_READ_ACTIONS,
  REPOSITORY_INSTALL_ACTIONS,
  REPOSITORY_READ_ACTIONS,
} from '../policy/permissions';
import { codeArtifactArn } from '../resource/arns';
import { PackagePattern } from '../resource/package-pattern';
import { indexUrlOf, publishUrlOf } from './endpoint-urls';
import type { IRepository } from './repository-interface';
import { namesCanChange, namesOf, selfNamesOf } from './repository-names';

/** CDK reckons with 150 characters for each ARN that has tokens, so that two such statements fit into a managed policy of 6,144. */
const PACKAGES_IN_STATEMENT = 17;

/**
 * What new and imported repositories share.
 *
 * @see https://docs.aws.amazon.com/codeartifact/latest/ug/repos.html
 */
export abstract class RepositoryBase extends Resource implements IRepository {
  public abstract readonly repositoryArn: string;
  public abstract readonly repositoryName: string;
  public abstract readonly domain: IDomain;

  /** @internal What the policy of the repository itself says of its names. */
  protected readonly _selfTexts = new NamedTexts();

  private readonly tokens = new NamedTokens();

  public abstract addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult;

  public get indexUrl(): string {
    return indexUrlOf(this);
  }

  public get publishUrl(): string {
    return publishUrlOf(this);
  }

  public arnForPackages(packages?: string): string {
    return this.packageArn(this.tokens.say, packages);
  }

  public grantRead(grantee: IGrantable): Grant {
    checkGrantee(this, grantee);
    return this.grantOnRepository(grantee, REPOSITORY_INSTALL_ACTIONS).combine(
      this.domain.grantAuthorizationToken(grantee),
    );
  }

  public grantPublish(grantee: IGrantable, packages?: string[]): Grant {
    checkGrantee(this, grantee);
    checkPackages(this, packages);
    return this.domain
      .grant(grantee, ...DOMAIN_ACTIONS)
      .combine(this.grantOnPackages(grantee, packages))
      .combine(this.grantOnRepository(grantee, REPOSITORY_READ_ACTIONS))
      .combine(grantBearerToken(this, grantee));
  }

  /** @internal The ARN for the policy of a principal, as text where synthesis knows it. */
  protected _arnFor(_say: SayNames): string {
    return this.repositoryArn;
  }

  /** In a domain of another account, a principal of this one needs both policies. */
  private grant(options: GrantWithResourceOptions): Grant {
    return isForeign(this, this.domain)
      ? Grant.addToPrincipalAndResource(options)
      : Grant.addToPrincipalOrResource(options);
  }

  private grantOnRepository(grantee: IGrantable, actions: string[]): Grant {
    return this.grant({
      grantee,
      actions,
      resourceArns: [this._arnFor(sayTo(grantee, this.tokens.say))],
      resourceSelfArns: ['*'],
      resource: this,
    });
  }

  private grantOnPackages(grantee: IGrantable, packages: (string | undefined)[] = [undefined]): Grant {
    const say = sayTo(grantee, this.tokens.say);
    const grants = inChunks(packages).map((chunk) =>
      this.grant({
        grantee,
        actions: [...PACKAGE_PUBLISH_ACTIONS, ...PACKAGE_READ_ACTIONS],
        resourceArns: chunk.map((entry) => this.packageArn(say, entry)),
        resourceSelfArns: chunk.map((entry) => this.packageArn(this._selfTexts.say, entry, selfNamesOf)),
        resource: this,
      }),
    );
    return grants.reduce((all, grant) => all.combine(grant));
  }

  private packageArn(say: SayNames, packages?: string, namesNow = namesOf): string {
    // PyPI has no namespaces: the segment between the format and the name stays empty.
    const name =
      packages === undefined ? '*' : `/${PackagePattern.parse(this, 'packages', packages).arnName}`;
    const start = codeArtifactArn(this, {
      resource: 'package',
      resourceName: '',
      account: this.domain.domainOwner,
      region: this.env.region,
    });
    const end = () => {
      const { domainName, repositoryName } = namesNow(this);
      return `${domainName}/${repositoryName}/pypi/${name}`;
    };
    return namesCanChange(this) ? say(start, end) : start + end();
  }
}

/**
 * The packages of one statement each.
 *
 * CDK divides what is too large for one policy of a role among several, and never divides a statement.
 */
function inChunks<T>(packages: T[]): T[][] {
  const starts = packages.map((_, index) => index).filter((index) => index % PACKAGES_IN_STATEMENT === 0);
  return starts.map((start) => packages.slice(start, start + PACKAGES_IN_STATEMENT));
}

/** Throws for a list that could not become package ARNs, one for each entry. */
function checkPackages(scope: IConstruct, packages?: string[]): void {
  checkKind(scope, 'packages', packages, listOf(TEXT), false);
  const isToken = Token.isUnresolved(packages);
  if (packages === undefined || (packages.length > 0 && !isToken)) return;
  throw invalidInput(
    {
      property: 'packages',
      given: packages,
      reason: isToken
        ? 'is a list that only deployment knows, and each entry becomes an ARN at synthesis'
        : 'is empty, so that nothing could be published',
      allowed: "at least one name such as 'orders-sdk' or prefix such as 'acme-*'",
      instead: 'no packages at all, for all Python packages',
    },
    scope,
  );
}
