import { IndexScope, PythonClient } from '../../codeartifact';
import { INDEX_VARIABLES } from '../../codeartifact/repository/client/index-name';
import { ONE_INDEX_ALONE } from '../../codeartifact/repository/client/one-index-alone';
import { invalidInput } from '../../private/invalid-input';
import type { InstallOptions } from './install-options';

/** The clients that know an index for some packages alone. */
const WITH_NAMED_INDEX = Object.values(PythonClient).filter((client) => client in INDEX_VARIABLES);

/**
 * The clients that are set up, in the order of the enum. Throws for none, and for one that would look for an internal
 * package on public PyPI as well.
 */
export function clientsOf(place: string, { indexScope, clients }: InstallOptions): PythonClient[] {
  const internalOnly = indexScope === IndexScope.INTERNAL_PACKAGES;
  if (clients?.length === 0) {
    const reason = 'is empty, so that nothing would be set up';
    throw invalidInput({ property: 'clients', given: clients, reason, allowed: 'at least one' }, place);
  }
  const unsafe = internalOnly && clients?.find((client) => !WITH_NAMED_INDEX.includes(client));
  if (unsafe) {
    throw invalidInput(
      {
        property: 'clients',
        given: unsafe,
        reason: `can not install internal packages only: it ${ONE_INDEX_ALONE}`,
        allowed:
          'uv, poetry and pdm with IndexScope.INTERNAL_PACKAGES; all clients with IndexScope.ALL_PACKAGES',
        instead:
          'indexScope: IndexScope.ALL_PACKAGES, which has public packages by the upstream of the repository, or clients: [PythonClient.UV] and `uv pip` in the place of pip',
        see: 'https://docs.astral.sh/uv/concepts/indexes/#pinning-a-package-to-an-index',
      },
      place,
    );
  }
  const chosen = clients ?? (internalOnly ? WITH_NAMED_INDEX : Object.values(PythonClient));
  return Object.values(PythonClient).filter((client) => chosen.includes(client));
}
