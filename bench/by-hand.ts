import {
  domainByHand,
  newProvider,
  outputsByHand,
  repositoryByHand,
  roleByHand,
  storeByHand,
  theProvider,
} from './hand';
import { inStacks, synthesize } from './synthesize';

synthesize((app, count) => {
  inStacks(app, count, (stack, indexes) => {
    const provider = indexes[0] === 0 ? newProvider(stack) : theProvider(stack);
    for (const index of indexes) {
      const domainName = `acme-${index}`;
      const domain = domainByHand(stack, `Domain${index}`, domainName);
      const store = storeByHand(stack, `Store${index}`, domain);
      const repository = repositoryByHand(stack, `Repository${index}`, domain, store);
      const names = {
        domainName,
        domain: domain.attrName,
        repository: repository.attrName,
        domainArn: domain.attrArn,
        repositoryArn: repository.attrArn,
      };
      const role = roleByHand(stack, `Role${index}`, provider, names);
      outputsByHand(stack, String(index), role, names);
    }
  });
});
