import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { protocols, protocolsFrom } from '../../../lambdas/adapters/protocols.ts';
import { checkProtocolFile, protocolFileName } from '../../../lambdas/domain/protocol/check-file.ts';
import { checkedShelf } from '../../../lambdas/domain/protocol/check-shelf.ts';
import { protocolJsonSchema } from '../../../lambdas/domain/protocol/schema.ts';
import { FOLDER, kymriahWith } from './files.ts';

const shelfOf = (...files: readonly unknown[]) => protocolsFrom(checkedShelf(files));

const files = readdirSync(FOLDER).filter((name) => /-\d+\.json$/.test(name));

describe('the folder protocols/', () => {
  it.each(files)('%s is in order', (name) => {
    expect(checkProtocolFile(readFileSync(new URL(name, FOLDER), 'utf8'), name)).toMatchObject({
      ok: true,
      problems: [],
    });
  });

  it('is on the shelf, whole', () => {
    expect(protocols.all().map(protocolFileName).toSorted()).toEqual(files.toSorted());
  });

  it('has the JSON Schema of the code; when this fails, write protocolJsonSchema() to protocols/protocol.schema.json', () => {
    expect(JSON.parse(readFileSync(new URL('protocol.schema.json', FOLDER), 'utf8'))).toEqual(protocolJsonSchema());
  });
});

describe('the shelf', () => {
  const shelf = shelfOf(
    kymriahWith({ version: 10 }),
    kymriahWith({ id: 'abecma', codes: undefined }),
    kymriahWith({ version: 9 }),
  );

  it('gives the newest version by number, and any pinned one', () => {
    expect(shelf.latest('kymriah')).toMatchObject({ ok: true, value: { version: 10 } });
    expect(shelf.get('kymriah', 9)).toMatchObject({ ok: true, value: { version: 9 } });
    expect(shelf.all().map(protocolFileName)).toEqual(['abecma-1.json', 'kymriah-9.json', 'kymriah-10.json']);
  });

  it.each(['yescarta', 'constructor', '__proto__', ''])('names what exists when asked for %j', (id) => {
    const exist = ['abecma', 'kymriah'];
    expect(shelf.latest(id)).toMatchObject({ ok: false, refusal: { code: 'not-found', detail: { exist } } });
    expect(shelf.get(id, 1)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found', message: expect.stringContaining('There are: abecma-1, kymriah-9, kymriah-10') },
    });
  });

  it('knows a product by the codes of its newest version', () => {
    expect(protocols.codes()).toEqual({
      'http://www.whocc.no/atc': {
        L01XL03: 'yescarta',
        L01XL04: 'kymriah',
        L01XL05: 'carvykti',
        L01XL08: 'breyanzi',
      },
    });
    const renamed = [{ system: 'urn:codes', code: 'K', source: 'site', certainty: 'site-default' }];
    const newer = shelfOf(kymriahWith(), kymriahWith({ version: 2, codes: renamed }));
    expect(newer.codes()).toEqual({ 'urn:codes': { K: 'kymriah' } });
  });

  it('does not start with one code for two products', () => {
    expect(() => shelfOf(kymriahWith(), kymriahWith({ id: 'abecma' }))).toThrow(
      'expected http://www.whocc.no/atc L01XL04 once, got it in abecma and kymriah',
    );
  });

  it('does not start with one version twice', () => {
    expect(() => shelfOf(kymriahWith(), kymriahWith())).toThrow('kymriah version 1 twice');
  });
});

describe('a release', () => {
  it('is not built with a file that is not in order, and says all that is wrong with it', () => {
    const wrong = kymriahWith({ version: 0, 'names.inn': '' });
    expect(() => checkedShelf([kymriahWith(), wrong])).toThrow(/version: too-small.*names\.inn: /s);
  });
});
