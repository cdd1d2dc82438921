import { readPolicy } from './policy';

const statement = { Effect: 'Allow', Action: 'codeartifact:ReadFromRepository', Resource: '*' };
const read = (extra: object, base: object = statement) =>
  readPolicy('P', { Version: '2012-10-17', Statement: [{ ...base, ...extra }] });

describe('readPolicy', () => {
  it('reads single values and lists alike', () => {
    expect(read({})).toEqual(read({ Action: [statement.Action], Resource: ['*'] }));
    expect(readPolicy('P', { Version: '2012-10-17', Statement: statement })).toEqual(read({}));
  });

  it.each<[object, string]>([
    [{ NotAction: 'a:b' }, 'element NotAction is not known'],
    [{ NotPrincipal: '*' }, 'element NotPrincipal is not known'],
    [{ Effect: 'Maybe' }, 'Effect is Maybe'],
    [{ Action: { Ref: 'X' } }, 'expected text, got {"Ref":"X"}'],
    [{ Action: 'codeartifact' }, 'codeartifact is no action'],
    [{ Resource: { 'Fn::GetAtt': ['D', 'Arn'] } }, 'expected text'],
    [{ Resource: `arn:aws:s3:::\${aws:username}` }, 'policy variable'],
    [{ Principal: { Service: 'x.amazonaws.com' } }, 'Principal of kind Service is not known'],
    [{ Principal: { AWS: 'arn:aws:iam::111111111111:role/*' } }, 'IAM takes no wildcard'],
    [{ Principal: 'everyone' }, 'Principal "everyone" is not known'],
    [{ Principal: { AWS: [1] } }, 'Principal 1 is no text'],
  ])('refuses %j', (extra, message) => {
    expect(() => read(extra)).toThrow(message);
  });

  it('refuses other versions and elements', () => {
    expect(() => readPolicy('P', { Version: '2008-10-17', Statement: [] })).toThrow('only 2012-10-17');
    expect(() => readPolicy('P', { Version: '2012-10-17', Statements: [] })).toThrow(
      'unknown element Statements',
    );
    expect(() => readPolicy('P', 'text')).toThrow('expected an object');
  });
});
