import type { StatementResult, TestResult } from '../../../evaluation/authorization';
import { shown } from '../../../evaluation/unknown';
import { json } from '../../output/json';
import { isDependabot } from '../caller/caller';
import type { TrustedRole } from '../deployed';
import type { Explanation } from '../explanation';
import type { InstallExplanation, Installer } from '../install';
import type { Verdict } from '../judge';

const placeOf = ({ stack, logicalId, name, arn }: TrustedRole) => ({
  stack: stack.path,
  template: stack.templateFile,
  logicalId,
  name,
  arn,
});

export function explanationAsJson({ caller, verdict, answer, roles, requests, notes }: Explanation): string {
  const { claims, source, isComplete, roleArn, sessionName, answer: ofAws, notes: ofCaller } = caller;
  return json({
    verdict,
    answer,
    caller: {
      source,
      isComplete,
      isDependabot: isDependabot(caller),
      roleArn,
      sessionName,
      answer: ofAws,
      claims,
    },
    notes: [...ofCaller, ...notes],
    roles: roles.map(({ role, verdict: ofRole, providerArn, statements, causes, open }) => ({
      ...placeOf(role),
      verdict: ofRole,
      provider: providerArn,
      statements: statements.map(statementOf),
      causes,
      open,
    })),
    requests: requests.map(({ role, ...request }) => ({ role: role.logicalId, ...request })),
  });
}

function statementOf({ label, effect, provider, tests, applies }: StatementResult) {
  return { label, effect, applies: applies ?? null, conditions: [provider, ...tests].map(conditionOf) };
}

function conditionOf({ operator, key, values, actual, holds, unknown }: TestResult) {
  return {
    key,
    operator,
    trusted: values.map(shown),
    given: actual ?? null,
    holds: holds ?? null,
    ...(unknown && { unknown: shown(unknown) }),
  };
}

export function installAsJson(
  principal: Installer,
  repositories: readonly InstallExplanation[],
  verdict: Verdict,
): string {
  return json({
    verdict,
    principal,
    repositories: repositories.map(({ repository, verdict: ofRepository, steps }) => ({
      arn: repository.arn,
      stack: repository.stack.path,
      logicalId: repository.logicalId,
      verdict: ofRepository,
      steps,
    })),
  });
}
