import { type Duration, Resource } from 'aws-cdk-lib';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import type { AddToResourcePolicyResult, Grant, IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { NamedTexts, NamedTokens, type SayNames, sayTo } from '../../private/last-word/named-texts';
import { onDomain } from '../domain/domain-base';
import type { IDomain } from '../domain/domain-interface';
import { isForeign } from '../domain/foreign-domain';
import { divideActions } from '../policy/action-resources';
import { bearerToken } from '../policy/bearer-token';
import { checkGrantee } from '../policy/grantee';
import { grantPermissions, type Permission } from '../policy/permission';
import {
  DOMAIN_ACTIONS,
  DOMAIN_TOKEN_ACTIONS,
  PACKAGE_AND_REPOSITORY_COPY_ACTIONS,
  PACKAGE_DISPOSE_ACTIONS,
  PACKAGE_PUBLISH_ACTIONS,
  PACKAGE_READ_ACTIONS,
  PACKAGE_STATUS_ACTIONS,
  REPOSITORY_INSTALL_ACTIONS,
  REPOSITORY_READ_ACTIONS,
  REPOSITORY_SOURCE_ACTIONS,
} from '../policy/permissions';
import { codeArtifactArn } from '../resource/arns';
import { checkPackages, PackagePattern } from '../resource/package-pattern';
import { clientConfiguration } from './client/client-configuration';
import type { ClientConfigurationOptions } from './client/client-configuration-options';
import type { PythonClient } from './client/python-client';
import { checkSource } from './copy-source';
import type { EndpointOptions } from './endpoint-type';
import { indexUrlOf, publishUrlOf } from './endpoint-urls';
import { packageVersionRule, repositoryRule } from './package-version-rule';
import type { IRepository } from './repository-interface';
import { namesCanChange, namesOf, pathOf, selfNamesOf } from './repository-names';

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

  public abstract addUpstream(upstream: IRepository): void;

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

  public indexUrlFor(options: EndpointOptions = {}): string {
    return indexUrlOf(this, undefined, options.endpointType);
  }

  public publishUrlFor(options: EndpointOptions = {}): string {
    return publishUrlOf(this, undefined, options.endpointType);
  }

  public clientConfiguration(client: PythonClient, options: ClientConfigurationOptions = {}): string {
    return clientConfiguration(this, client, options);
  }

  public grant(grantee: IGrantable, ...actions: string[]): Grant {
    checkGrantee(this, grantee);
    const { onRepository, onPackages } = divideActions(this, actions);
    return grantPermissions(this, grantee, [
      ...this.onRepository(grantee, onRepository),
      ...this.onPackages(grantee, onPackages),
    ]);
  }

  public grantRead(grantee: IGrantable, maxTokenDuration?: Duration): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, [
      ...this.onRepository(grantee, REPOSITORY_INSTALL_ACTIONS),
      onDomain(this.domain, grantee, DOMAIN_TOKEN_ACTIONS),
      bearerToken(this, maxTokenDuration),
    ]);
  }

  public grantPublish(grantee: IGrantable, packages?: string[], maxTokenDuration?: Duration): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, [
      onDomain(this.domain, grantee, DOMAIN_ACTIONS),
      ...this.onPackages(grantee, [...PACKAGE_PUBLISH_ACTIONS, ...PACKAGE_READ_ACTIONS], packages),
      ...this.onRepository(grantee, REPOSITORY_READ_ACTIONS),
      bearerToken(this, maxTokenDuration),
    ]);
  }

  public grantCopyFrom(grantee: IGrantable, source: IRepository, packages?: string[]): Grant {
    checkGrantee(this, grantee);
    checkSource(this, source);
    return grantPermissions(this, grantee, [
      ...this.onRepository(grantee, PACKAGE_AND_REPOSITORY_COPY_ACTIONS),
      ...this.onPackages(grantee, PACKAGE_AND_REPOSITORY_COPY_ACTIONS, packages),
      onSource(source, grantee),
    ]);
  }

  public grantUpdateStatus(grantee: IGrantable, packages?: string[]): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, this.onPackages(grantee, PACKAGE_STATUS_ACTIONS, packages));
  }

  public grantDispose(grantee: IGrantable, packages?: string[]): Grant {
    checkGrantee(this, grantee);
    return grantPermissions(this, grantee, this.onPackages(grantee, PACKAGE_DISPOSE_ACTIONS, packages));
  }

  public onEvent(id: string, options: OnEventOptions = {}): Rule {
    return repositoryRule(this, id, options);
  }

  public onPackageVersionStateChange(id: string, options: OnEventOptions = {}): Rule {
    return packageVersionRule(this, id, options);
  }

  /** @internal The ARN for the policy of a principal, as text where synthesis knows it. */
  protected _arnFor(_say: SayNames): string {
    return this.repositoryArn;
  }

  /** @internal */
  public _onRepository(grantee: IGrantable, actions: string[]): Permission {
    return {
      actions,
      resourceArns: [this._arnFor(sayTo(grantee, this.tokens.say))],
      resourceSelfArns: ['*'],
      resource: this,
      needsBothPolicies: this.needsBothPolicies,
    };
  }

  /** In a domain of another account, a principal of this one needs both policies. */
  private get needsBothPolicies(): boolean {
    return isForeign(this, this.domain);
  }

  private onRepository(grantee: IGrantable, actions: string[]): Permission[] {
    return actions.length === 0 ? [] : [this._onRepository(grantee, actions)];
  }

  private onPackages(grantee: IGrantable, actions: string[], packages?: string[]): Permission[] {
    if (actions.length === 0) return [];
    checkPackages(this, packages);
    const say = sayTo(grantee, this.tokens.say);
    return inChunks(packages ?? [undefined]).map((chunk) => ({
      actions,
      resourceArns: chunk.map((entry) => this.packageArn(say, entry)),
      resourceSelfArns: chunk.map((entry) => this.packageArn(this._selfTexts.say, entry, selfNamesOf)),
      resource: this,
      needsBothPolicies: this.needsBothPolicies,
    }));
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
    const end = () => `${pathOf(namesNow(this))}/pypi/${name}`;
    return namesCanChange(this) ? say(start, end) : start + end();
  }
}

/** What copying needs of the repository that it copies from, whoever wrote its class. */
function onSource(source: IRepository, grantee: IGrantable): Permission {
  if (source instanceof RepositoryBase) return source._onRepository(grantee, REPOSITORY_SOURCE_ACTIONS);
  return { actions: REPOSITORY_SOURCE_ACTIONS, resourceArns: [source.repositoryArn], resource: source };
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
