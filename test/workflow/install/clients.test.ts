import { IndexScope, PythonClient } from '../../../src';
import { clientsOf } from '../../../src/workflow/install/clients';

const indexScope = IndexScope.INTERNAL_PACKAGES;

test('all clients are set up, and for internal packages only those that know an index by its name', () => {
  expect(clientsOf('A', {})).toEqual(['pip', 'pipx', 'uv', 'poetry', 'pdm', 'hatch']);
  expect(clientsOf('A', { indexScope })).toEqual(['uv', 'poetry', 'pdm']);
});

test('those that are named are set up, each once and in one order', () => {
  const clients = [PythonClient.UV, PythonClient.PIP, PythonClient.UV];
  expect(clientsOf('A', { clients })).toEqual(['pip', 'uv']);
});

test.each([
  PythonClient.PIP,
  PythonClient.PIPX,
  PythonClient.HATCH,
])('%s is refused for internal packages only, with the two ways that are safe', (client) => {
  expect(() => clientsOf('A', { indexScope, clients: [PythonClient.UV, client] })).toThrow(
    new Error(
      `clients "${client}" can not install internal packages only: it knows no index for some packages alone, and of two indexes it takes the higher version, whoever made it. Allowed: uv, poetry and pdm with IndexScope.INTERNAL_PACKAGES; all clients with IndexScope.ALL_PACKAGES. Write instead: indexScope: IndexScope.ALL_PACKAGES, which has public packages by the upstream of the repository, or clients: [PythonClient.UV] and \`uv pip\` in the place of pip. See https://docs.astral.sh/uv/concepts/indexes/#pinning-a-package-to-an-index (construct A)`,
    ),
  );
});

test('no client at all is refused', () => {
  expect(() => clientsOf('A', { clients: [] })).toThrow(
    new Error('clients [] is empty, so that nothing would be set up. Allowed: at least one. (construct A)'),
  );
});
