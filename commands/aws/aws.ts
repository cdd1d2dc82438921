import { CannotLook, complaint, type Programs } from '../programs';

/** What AWS refused with: an error by its code, as in `NoSuchEntity`. */
export interface AwsRefusal {
  readonly error: string;
}

export type AwsAnswer<T> = { readonly body: T } | AwsRefusal;

const NO_RIGHT = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|NotAuthorized)$/;
const NO_LOGIN =
  /^(ExpiredToken|ExpiredTokenException|InvalidClientTokenId|UnrecognizedClientException|RequestExpired|SignatureDoesNotMatch)$/;

/** AWS, as the principal sees it that the AWS CLI is logged in as. */
export class Aws {
  public constructor(
    private readonly programs: Programs,
    /** Where it is asked, if a question names no other: the AWS CLI wants one even for what is the same everywhere. */
    private readonly region?: string,
  ) {}

  /**
   * Asks one question, such as `iam get-role`. Throws `CannotLook` for what is no answer: no login, no right, no
   * connection.
   */
  public async ask<T>(
    operation: readonly [service: string, name: string],
    args: readonly string[],
    region = this.region,
  ): Promise<AwsAnswer<T>> {
    const where = region === undefined ? [] : ['--region', region];
    const said = await this.programs('aws', [...operation, ...args, ...where, '--output', 'json']);
    if (said.code === 0) return { body: parse(said.stdout) as T };
    const [, error] = /An error occurred \((\w+)\)/.exec(said.stderr) ?? [];
    const call = operation.join(' ');
    if (error === undefined || NO_LOGIN.test(error)) {
      throw new CannotLook(`aws has no answer to ${call}: ${complaint(said)}`);
    }
    if (NO_RIGHT.test(error)) {
      throw new CannotLook(`aws may not ask for ${call}: ${complaint(said)}`);
    }
    return { error };
  }
}

function parse(text: string): unknown {
  return text.trim() === '' ? {} : JSON.parse(text);
}
