import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/findings.js';
import { bundledDatasets } from '../../src/factors/bundled-datasets.js';
import { datasetDigest } from '../../src/factors/dataset-digest.js';
import { FACTOR_COLUMNS } from '../../src/factors/factor.js';
import type { Library } from '../../src/factors/library.js';
import { openLibrary } from '../../src/factors/open-library.js';
import { csvText, datasetFolder, samplePackage } from './sample-dataset.js';

const GOOD = csvText([{ id: 'steel' }, { id: 'glass', name: 'Glass', name_zh: '玻璃' }]);

interface Opened {
  readonly library: Library | undefined;
  /** code and line:column of each finding */
  readonly found: string[];
  readonly findings: Findings;
}

function open(...named: string[]): Opened {
  const findings = new Findings();
  const library = openLibrary(named, findings);
  const found = findings.all().map(({ code, spot }) => `${code} ${String(spot?.line ?? '-')}:${String(spot?.column ?? '-')}`);
  return { library, found, findings };
}

function valueOf(library: Library | undefined, reference: string): string {
  const answer = library?.find(reference);
  return answer?.kind === 'found' ? answer.factor.row.kgco2e : String(answer?.kind);
}

describe('a dataset folder', () => {
  test('is opened with its name, version and digest', () => {
    const { library, found } = open(datasetFolder(samplePackage({ title: 'A sample' }), GOOD));
    expect(found).toEqual([]);
    expect(library?.datasets).toMatchObject([{ name: 'sample', version: '1.0.0', title: 'A sample', factors: 2 }]);
    expect(valueOf(library, 'sample:glass')).toBe('2');
  });

  test('without a title is called by its name', () => {
    expect(open(datasetFolder(samplePackage(), GOOD)).library?.datasets[0]?.title).toBe('sample');
  });

  test.each([
    ['no datapackage.json', undefined, 'dataset-invalid 0:0'],
    ['broken JSON', '{"name":\n  "sample",,}', 'json-invalid 2:12'],
    ['a list', '[]', 'schema-violation 1:1'],
    ['a path out of the folder', samplePackage({ resources: [{ path: '../x.csv' }] }), 'schema-violation 1:'],
    ['an absolute path', samplePackage({ resources: [{ path: 'factors.csv' }, { path: 'C:\\x.csv' }] }), 'schema-violation 1:'],
    ['two factors.csv', samplePackage({ resources: [{ path: 'factors.csv' }, { path: 'factors.csv' }] }), 'schema-violation 1:'],
    ['no version', samplePackage({ version: undefined }), 'schema-violation 1:1'],
    ['a blank version', samplePackage({ version: ' ' }), 'schema-violation 1:'],
    ['no licence', samplePackage({ licenses: [] }), 'schema-violation 1:'],
    ['a colon in the name', samplePackage({ name: 'a:b' }), 'schema-violation 1:'],
    ['the name that sub-products use', samplePackage({ name: 'bom' }), 'schema-violation 1:'],
  ])('with %s is refused', (_, description, expected) => {
    const { library, found } = open(datasetFolder(description, GOOD));
    expect(library).toBeUndefined();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one.startsWith(expected)).toBe(true);
  });

  test('may have its description in GB18030', () => {
    // 茶 in GB18030 is B2E8.
    const [before = '', after = ''] = samplePackage({ title: '茶' }).split('茶');
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xb2, 0xe8]), Buffer.from(after)]);
    expect(open(datasetFolder(bytes, GOOD)).library?.datasets[0]?.title).toBe('茶');
  });

  test('may have members beyond the schema', () => {
    const extra = samplePackage({ changelog: [], resources: [{ path: 'factors.csv' }, { path: 'data/notes.csv' }] });
    expect(open(datasetFolder(extra, GOOD)).found).toEqual([]);
  });

  test('without factors.csv is refused', () => {
    expect(open(datasetFolder(samplePackage(), undefined)).found).toEqual(['dataset-invalid 0:0']);
  });

  test('tells the faults of both files in one run', () => {
    const folder = datasetFolder(samplePackage({ version: 1 }), csvText([{ id: 'a' }, { id: 'a' }]));
    expect(open(folder).findings.all().map(({ code }) => code).sort()).toEqual(['factor-duplicate', 'schema-violation']);
  });
});

describe('factors.csv', () => {
  function openText(text: string | Uint8Array): Opened {
    return open(datasetFolder(samplePackage(), text));
  }

  test('may have its columns in any order, and others between them', () => {
    const columns = ['extra', ...[...FACTOR_COLUMNS].reverse()];
    const { library, found } = openText(csvText([{ id: 'steel', kgco2e: '1.9' }], columns));
    expect(found).toEqual([]);
    expect(valueOf(library, 'steel')).toBe('1.9');
  });

  test('must have every column once', () => {
    const columns = FACTOR_COLUMNS.filter((column) => column !== 'gsd' && column !== 'notes');
    expect(openText(csvText([{}], columns)).found).toEqual(['column-missing 1:0', 'column-missing 1:0']);
    // id is column 1, so the second one stands behind the 26 columns.
    expect(openText(csvText([{}], [...FACTOR_COLUMNS, 'id'])).found).toEqual(['column-duplicate 1:27']);
  });

  test('must not repeat an id', () => {
    const { library, found, findings } = openText(csvText([{ id: 'steel' }, { id: 'glass' }, { id: 'steel' }]));
    expect(library).toBeUndefined();
    expect(found).toEqual(['factor-duplicate 4:1']);
    expect(findings.all()[0]).toMatchObject({
      args: { id: 'steel', first: 2 },
      spot: { input: 'sample/factors.csv' },
    });
  });

  test('may be UTF-8 with a byte order mark, UTF-16 or GB18030', () => {
    const text = csvText([{ id: 'silk', name_zh: '生丝' }]);
    // 生丝 in GB18030 is C9FA CBBF; everything else of the text is ASCII.
    const [before = '', after = ''] = text.split('生丝');
    const gb = Buffer.concat([Buffer.from(before), Buffer.from([0xc9, 0xfa, 0xcb, 0xbf]), Buffer.from(after)]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), gb]) {
      const answer = openText(bytes).library?.find('silk');
      expect(answer).toMatchObject({ kind: 'found', factor: { row: { name_zh: '生丝' } } });
    }
  });

  test('with bytes of no known encoding is refused', () => {
    expect(openText(Buffer.from([0x69, 0x64, 0xff, 0xff, 0xff, 0x0a])).found).toEqual(['encoding-unreadable 0:0']);
  });

  test.each(['\n', '\r\n', '\r'])('may end its lines with %j', (newline) => {
    const { library, found } = openText(csvText([{ id: 'steel' }, { id: 'glass' }], FACTOR_COLUMNS, newline));
    expect(found).toEqual([]);
    const answer = library?.find('glass');
    expect(answer?.kind === 'found' && answer.factor.line).toBe(3);
  });

  test('must have rows', () => {
    expect(openText(csvText([])).found).toEqual(['table-header-only 1:0']);
    expect(openText(`${csvText([])},,,,\n\n`).found).toEqual(['table-header-only 1:0']);
  });

  test('must close its quotation marks', () => {
    expect(openText(`${GOOD}"never closed,`).found).toEqual(['table-quote 4:1']);
  });
});

describe('--factors', () => {
  test('takes a bundled name', () => {
    const [name = ''] = bundledDatasets().keys();
    expect(open(name).library?.datasets.map((facts) => facts.name)).toEqual([name]);
  });

  test('when absent means all bundled datasets', () => {
    const library = openLibrary(undefined, new Findings());
    expect(library?.datasets.map(({ name }) => name)).toEqual([...bundledDatasets().keys()]);
  });

  test('refuses what is neither a bundled name nor a folder, with the nearest names', () => {
    const { library, findings } = open('electricty');
    expect(library).toBeUndefined();
    expect(findings.all()).toMatchObject([{ code: 'dataset-not-found', args: { candidates: ['electricity'] } }]);
    expect(open('/nowhere/\0').found).toEqual(['dataset-not-found -:-']);
  });

  test('refuses two datasets of one name', () => {
    const folder = datasetFolder(samplePackage(), GOOD);
    expect(open(folder, datasetFolder(samplePackage(), GOOD)).found).toEqual(['dataset-doubled -:-']);
    expect(open(folder, datasetFolder(samplePackage({ name: 'other' }), GOOD)).found).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')('the digest is the one that sha256sum gives', () => {
  for (const folder of bundledDatasets().values()) {
    const printed = execFileSync('sh', ['-c', 'sha256sum datapackage.json factors.csv | sha256sum'], { cwd: folder });
    const [description, factors] = ['datapackage.json', 'factors.csv'].map((file) => readFileSync(join(folder, file)));
    if (description === undefined || factors === undefined) throw new Error(basename(folder));
    expect(`${datasetDigest(description, factors)}  -\n`).toBe(printed.toString());
  }
});
