import { REFERENCE_APPS } from './apps';
import { baselineNames, json, readFiles, readIdentities, readTemplate, updateBaseline } from './baseline';
import { differencesOf } from './differences';
import { additionsTo, type Identities, identitiesOf, movesBetween } from './identities';
import { synthesize } from './synthesize';

const APPS = Object.entries(REFERENCE_APPS).map(([app, create]) => ({ app, made: synthesize(create()) }));

// `npx projen baselines:update`
if (process.env.UPDATE_BASELINES) for (const { app, made } of APPS) updateBaseline(app, made);

test('every app has a baseline, and every baseline an app', () => {
  expect(baselineNames()).toEqual(Object.keys(REFERENCE_APPS).sort());
});

describe.each(APPS)('$app', ({ app, made }) => {
  const identities = readIdentities(app) as Identities;

  test('nothing that a deployed stack or its users hold on to has moved', () => {
    expect(movesBetween(identities, identitiesOf(made))).toEqual([]);
  });

  test('the identities are complete', () => {
    expect(additionsTo(identities, identitiesOf(made))).toEqual([]);
  });

  test('the template is the same', () => {
    const template = readTemplate(app);
    expect(differencesOf(template, made.template)).toEqual([]);
    expect(json(made.template)).toBe(json(template));
  });

  test('the files are the same', () => {
    expect(made.files).toEqual(readFiles(app));
  });
});
