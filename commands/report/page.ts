import { createHash } from 'node:crypto';
import type { GeneratedWorkflow } from '../doctor/expected/generated-workflow';
import { code, Html, html, section, tableOf } from './html';
import { workflowSection } from './jobs';
import { drawing } from './picture';
import { placesSection } from './places';
import type { Source } from './sources';
import { statementsSection } from './statements';
import { STYLE } from './style';
import { wayOf } from './way';
import { type Answers, installSection, isUntold, publishSection, untoldSection } from './who';

/** What a report is made of. */
export interface Report {
  readonly sources: readonly Source[];
  readonly answers: readonly Answers[];
  readonly workflows: readonly GeneratedWorkflow[];
}

/** The report as one page that loads nothing and runs nothing. */
export function pageOf({ sources, answers, workflows }: Report): string {
  const title = `Who may do what: ${sources.map(({ name }) => name).join(', ')}`;
  const digest = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const setups = answers.map(({ setup }) => setup);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">Read from the templates below, and from nothing else: AWS and GitHub were not asked.
${answers.some(isUntold) ? html`<strong class="open">Some of it could not be told</strong>: <a href="#untold">what, and why</a>.` : 'All of it could be told.'}</p>
${sourcesTable(sources)}
${answers.map(({ setup, publish, install }, index) => drawing(wayOf(setup, publish, install, `way-${index + 1}`)))}
${publishSection(answers)}
${installSection(answers)}
${untoldSection(answers)}
${placesSection(setups)}
${workflowSection(workflows)}
${statementsSection(setups)}
${section('sign-off', 'Signed off', html`<p class="sign"><span>Name</span> <span>Date</span> <span>Signature</span></p>\n`)}
</main>
</body>
</html>
`.text;
}

function sourcesTable(sources: readonly Source[]): Html {
  const rows = sources.map(({ name, account, region, file, sha256 }) => [
    name,
    account ?? 'not said: that of the deployment',
    region ?? 'not said: that of the deployment. Where one is needed below, us-east-1 stands for it',
    html`${code(file)}<br>SHA-256 ${code(sha256)}`,
  ]);
  return tableOf('The templates', ['Stack', 'Account', 'Region', 'Template'], rows, 'sources');
}
