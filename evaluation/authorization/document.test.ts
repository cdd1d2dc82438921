import { readDocument } from './document';

const read = (statement: object) => readDocument('P', { Version: '2012-10-17', Statement: statement });

describe('readDocument', () => {
  it('makes every value a list, in the order in which it is written', () => {
    const statement = {
      Sid: 'Read',
      Effect: 'Allow',
      Principal: { AWS: '111111111111', Federated: ['b', 'a'] },
      Action: 'kms:Decrypt',
      Resource: ['z', 'y'],
      Condition: { Bool: { 'aws:SecureTransport': true }, StringLike: { k: ['2', '1'] } },
    };
    expect(read(statement)).toEqual([
      {
        effect: 'Allow',
        principal: { AWS: ['111111111111'], Federated: ['b', 'a'] },
        actions: ['kms:Decrypt'],
        resources: ['z', 'y'],
        conditions: { Bool: { 'aws:SecureTransport': ['true'] }, StringLike: { k: ['2', '1'] } },
        label: 'P, statement 1 (Read)',
      },
    ]);
  });

  it('knows a principal that is left out from one that is everybody', () => {
    const statement = { Effect: 'Deny', Action: '*' };
    const principals = [undefined, '*', { AWS: '*' }].map((Principal) => read({ ...statement, Principal }));
    expect(principals.map(([{ principal }]) => principal)).toEqual([
      undefined,
      { AWS: ['*'] },
      { AWS: ['*'] },
    ]);
  });

  it('leaves open what kinds, actions and operators mean, and refuses what it would have to drop', () => {
    const open = {
      Effect: 'Allow',
      Principal: { Service: 's' },
      Action: 'any',
      Condition: { Op: { k: 'v' } },
    };
    expect(read(open)).toMatchObject([{ principal: { Service: ['s'] }, conditions: { Op: { k: ['v'] } } }]);
    expect(() => read({ ...open, NotResource: '*' })).toThrow(
      'P, statement 1: element NotResource is not known',
    );
    expect(() => read({ ...open, Condition: { Op: { k: [{ Ref: 'X' }] } } })).toThrow(
      'P, statement 1: Op k: {"Ref":"X"} is no plain value',
    );
  });
});
