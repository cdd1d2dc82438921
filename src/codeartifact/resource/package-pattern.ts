import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, listOf, TEXT } from '../../private/kinds';
import { isKnownLater, isLeftToTokens } from '../../private/token-text';

/** @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PackageSummary.html */
const LONGEST = 255;
const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/**
 * One entry of `packages`: the exact name of a Python package, or `prefix-*`.
 *
 * CodeArtifact compares names in their normalized form, so that is the form that is rendered.
 *
 * @see https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export class PackagePattern {
  /** Throws for what is neither an exact name nor `prefix-*`; a token passes as a name or prefix. */
  public static parse(scope: IConstruct, property: string, text: string): PackagePattern {
    checkKind(scope, property, text, TEXT);
    if (isLeftToTokens(text)) return new PackagePattern(text, false);
    if (text.length > LONGEST) throw tooLong(scope, property, text);
    if (isKnownLater(text) && text.endsWith('-*') && isLeftToTokens(text.slice(0, -2))) {
      return new PackagePattern(text.slice(0, -2), true);
    }
    const isPrefix = text.endsWith('*');
    const stem = isPrefix ? text.slice(0, -1) : text;
    const separated = isPrefix && /[-_.]$/.test(stem);
    const name = isPrefix ? stem.replace(/[-_.]+$/, '') : stem;
    if (!NAME.test(name) || (isPrefix && !separated)) {
      throw invalidInput(
        {
          property,
          given: text,
          reason:
            isPrefix && NAME.test(name)
              ? "has a '*' that would match other words as well"
              : 'is no package name',
          allowed: "an exact name such as 'orders-sdk', or a prefix that ends in '-*' such as 'acme-*'",
          instead: isPrefix && NAME.test(name) ? `'${normalize(name)}-*'` : undefined,
          see: 'https://packaging.python.org/en/latest/specifications/name-normalization/',
        },
        scope,
      );
    }
    return new PackagePattern(normalize(name), isPrefix);
  }

  private constructor(
    private readonly name: string,
    private readonly isPrefix: boolean,
  ) {}

  /** The last part of a package ARN. PyPI has no namespaces, hence the empty one before it. */
  public get arnName(): string {
    return this.isPrefix ? `${this.name}-*` : this.name;
  }

  /**
   * Whether all packages of the other are of this one, too, as IAM reads their ARNs. What only deployment knows
   * is covered by the same token only.
   */
  public covers(other: PackagePattern): boolean {
    return this.arnName === other.arnName || (this.isPrefix && other.name.startsWith(`${this.name}-`));
  }

  /** @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-definition-syntax-matching-behavior.html */
  public get packageGroup(): string {
    return `/pypi//${this.isPrefix ? `${this.name}-*` : `${this.name}$`}`;
  }

  /**
   * The same as an ARN of the package group has it.
   * @see https://docs.aws.amazon.com/codeartifact/latest/ug/package-group-definition-syntax-matching-behavior.html
   */
  public get inArn(): string {
    return `/pypi//${this.isPrefix ? `${this.name}-%2a` : `${this.name}%24`}`;
  }
}

function normalize(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

function tooLong(scope: IConstruct, property: string, given: string): Error {
  return invalidInput(
    { property, given, reason: `is ${given.length} characters long`, allowed: `up to ${LONGEST} characters` },
    scope,
  );
}

/** Throws for a list that could not become package ARNs, one for each entry. */
export function checkPackages(scope: IConstruct, packages?: string[]): void {
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
