import { loadCatalog } from '../evaluation/authorization/load-catalog';
import { CATALOG, CATALOG_ACTIONS } from './catalog';

test.each(CATALOG_ACTIONS)('%s is as AWS lists it', async (action) => {
  const all = await loadCatalog();
  const ofGitHub = (key: string) => /^token\.actions\..*:(?!(sub|aud|amr|email|oaud|azp|id)$)/.test(key);
  const isCondition = (key: string) => ofGitHub(key) || /^sts:(AWSServiceName|DurationSeconds)$/.test(key);

  expect(CATALOG.conditionKeys(action).filter(ofGitHub).sort()).toEqual(
    all.conditionKeys(action).filter(ofGitHub).sort(),
  );
  expect(all.conditionKeys(action)).toEqual(
    expect.arrayContaining(CATALOG.conditionKeys(action).filter(isCondition)),
  );
  expect(CATALOG.resources(action)).toEqual(all.resources(action));
});
