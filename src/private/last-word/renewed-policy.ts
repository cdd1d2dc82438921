import { type IResolvable, type IResolveContext, Token } from 'aws-cdk-lib';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';

/** A policy that is written with other texts than it was put together with. */
export class RenewedPolicy implements IResolvable {
  public readonly creationStack = [];

  constructor(
    private readonly policy: PolicyDocument,
    private readonly renew: (text: string) => string,
  ) {}

  public get isEmpty(): boolean {
    return this.policy.isEmpty;
  }

  public resolve(context: IResolveContext): unknown {
    return this.replace(this.policy.resolve(context));
  }

  public toJSON(): unknown {
    return this.replace(this.policy.toJSON());
  }

  public toString(): string {
    return Token.asString(this);
  }

  private replace(value: unknown): unknown {
    if (typeof value === 'string') return this.renew(value);
    if (Array.isArray(value)) return value.map((item) => this.replace(item));
    if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.replace(item)]));
  }
}
