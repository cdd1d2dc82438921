import { fillIn, SIGN_IN_CAUSES, type SignInCauseId } from '../../../../github/trust/refusal-causes';
import { script, scriptOf } from '../script';
import { SETUP_CAUSES } from './causes';

const PLACES = {
  trusted: '$AUDIENCE',
  repository: '$GITHUB_REPOSITORY',
  role: '$role',
  account: '$account',
  provider: '$provider',
};

function row(id: SignInCauseId, places: Record<string, string> = {}): string {
  const { title, trusted, has, remedy, command } = SIGN_IN_CAUSES[id];
  const cells = [title, trusted, has, remedy].map((text) => fillIn(text, { ...PLACES, ...places }));
  return `| ${cells.join(' | ')} | \\\`${fillIn(command, PLACES).replaceAll('|', '\\|')}\\\` |`;
}

const NAMED_IN_APP = {
  trusted: 'the repositories that the CDK app names',
  has: '$GITHUB_REPOSITORY, and whether that is one of them was not compared',
};

/**
 * Says what else refuses a sign-in, after one whose claims are as the role trusts them.
 *
 * Text that is expanded by bash: what is in a variable is not read as a command. What no ARN of a role has becomes a
 * question mark, so that an input makes no markup.
 */
export const AFTER_REFUSAL = scriptOf(
  script(`
    IFS=: read -r _ partition _ _ account role <<< "\${ROLE_ARN//[^[:alnum:]:\\/+=,.@_-]/?}"
    role=\${role##*/} provider="arn:$partition:iam::$account:oidc-provider/$ISSUER"
    repository=
    if [[ -z "$TRUSTED_REPOSITORY" ]]; then
      repository=$(cat <<ROW
  `),
  row('repository', NAMED_IN_APP),
  'ROW',
  "  )$'\\n'",
  'fi',
  "echo '::error title=Sign-in refused::What the token says is as the role trusts it, as far as this workflow knows. The summary of the run has what else it can be, in the order in which to look.'",
  'cat >> "$GITHUB_STEP_SUMMARY" <<SUMMARY',
  '### Why the sign-in can be refused, in the order in which to look',
  '',
  '| | what is trusted | what there is | what to do | to see it |',
  '| --- | --- | --- | --- | --- |',
  `\${repository}${SETUP_CAUSES.map((id) => row(id)).join('\n')}`,
  'SUMMARY',
);
