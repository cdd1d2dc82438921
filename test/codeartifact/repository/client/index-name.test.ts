import { CfnParameter } from 'aws-cdk-lib';
import { indexNameOf, indexVariables } from '../../../../src/codeartifact/repository/client/index-name';
import { newStack } from '../../../support/stacks';

test.each([
  ['acme', 'python', 'acme-python'],
  ['acme', 'Python.Internal', 'acme-python-internal'],
  ['my-acme', 'py_thon', 'my-acme-py_thon'],
])('the index of %s/%s is called %s', (domainName, repositoryName, name) => {
  expect(indexNameOf({ domainName, repositoryName })).toBe(name);
});

test('variables have the name in capitals, and _ for all else', () => {
  const name = indexNameOf({ domainName: 'my-acme', repositoryName: 'py.thon' });
  expect(indexVariables('uv', name)).toEqual({
    username: 'UV_INDEX_MY_ACME_PY_THON_USERNAME',
    password: 'UV_INDEX_MY_ACME_PY_THON_PASSWORD',
  });
  expect(indexVariables('poetry', name)?.password).toBe('POETRY_HTTP_BASIC_MY_ACME_PY_THON_PASSWORD');
  expect(indexVariables('pdm', name)?.password).toBe('PDM_INDEX_MY_ACME_PY_THON_PASSWORD');
});

test('a name that only the deployment knows stays a token, and has no variables', () => {
  const repositoryName = new CfnParameter(newStack(), 'Name').valueAsString;
  const name = indexNameOf({ domainName: 'acme', repositoryName });
  expect(name).toBe(`acme-${repositoryName}`);
  expect(indexVariables('uv', name)).toBeUndefined();
});
