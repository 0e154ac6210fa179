import { describe, expect, it, test } from 'vitest';
import type { Code } from '../../src/diagnostics/codes.js';
import { reportText, writeReport } from '../../src/report/digest.js';
import { at, changed, codesOf, sourceOf, type ReportDraft } from './fixtures/sealed.js';
import { validReport } from './fixtures/valid-report.js';

const sealed = writeReport(validReport());
const written = { text: reportText(sealed), digest: sealed.digest };

describe('a report made by hand', () => {
  test('is valid', () => {
    expect(codesOf(sourceOf(written.text))).toEqual([]);
  });
});

interface Break {
  readonly what: string;
  readonly code: Code | readonly Code[];
  readonly change: (report: ReportDraft) => void;
}

const line = (report: ReportDraft, index: number): ReportDraft['inventory']['contributions'][number] => at(report.inventory.contributions, index);
const factor = (report: ReportDraft, index: number): ReportDraft['factors'][number] => at(report.factors, index);

const breaks: readonly Break[] = [
  // sums
  { what: 'signs that add up but do not hold', code: 'report-sum', change: ({ result }) => { result.by_sign = { positive: '2.84', negative: '-0.02' }; } },
  { what: 'signs that do not add up', code: 'report-sum', change: ({ result }) => { result.by_sign.positive = '2.86'; } },
  { what: 'an origin moved to another', code: 'report-sum', change: ({ result }) => { Object.assign(result.by_origin, { fossil: '1.01', dluc: '0.04' }); } },
  { what: 'origins in the part of factors without any', code: 'report-sum', change: ({ result }) => { Object.assign(result.by_origin, { fossil: '2.6', unspecified: '0' }); } },
  { what: 'aircraft of the result', code: 'report-sum', change: ({ result }) => { result.by_origin.aircraft = '0.124'; } },
  { what: 'module D', code: 'report-sum', change: ({ result }) => { result.beyond_boundary = '-0.13'; } },
  { what: 'module D left out', code: 'report-sum', change: ({ result }) => { delete result.beyond_boundary; } },
  { what: 'a contribution told under another component', code: 'report-sum', change: (report) => { line(report, 3).component = 'body'; } },
  { what: 'a component left out whose parts cancel', code: 'report-sum', change: (report) => {
    // 0.02 kg × 0: nothing, but it was there
    const unlisted = structuredClone(line(report, 3));
    Object.assign(unlisted, { component: 'other', quantity: '0', kgco2e: '0' });
    report.inventory.contributions.push(unlisted);
  } },
  { what: 'a use of an assembly', code: 'report-sum', change: ({ inventory }) => { at(at(inventory.assemblies, 0).uses, 0).quantity = '1.7'; } },
  { what: 'aircraft beyond fossil', code: 'report-sum', change: (report) => {
    // 0.5 kg × 2.2 = 1.1 of aircraft, in 1 of fossil
    Object.assign(factor(report, 1), { aircraft: '2.2' });
    Object.assign(line(report, 0).origins ?? {}, { aircraft: '1.1' });
    report.result.by_origin.aircraft = '1.1';
  } },
  { what: 'origins that do not add up to their contribution', code: ['report-sum', 'report-contribution'], change: (report) => { Object.assign(line(report, 0).origins ?? {}, { dluc: '0.06' }); } },

  // percentages and shares
  { what: 'a percentage', code: 'report-percent', change: ({ result }) => { at(result.by_stage, 0).percent = '45.7446'; } },
  { what: 'a percentage left out', code: 'report-percent', change: ({ result }) => { delete at(result.by_component, 2).percent; } },
  { what: 'a percentage of another sign', code: 'report-percent', change: ({ result }) => { at(result.by_component, 2).percent = '1.0638'; } },
  { what: 'the share of primary data', code: 'report-share', change: ({ quality }) => { quality.primary_data_share = '0.444445'; } },
  { what: 'the share of primary data left out', code: 'report-share', change: ({ quality }) => { delete quality.primary_data_share; } },
  { what: 'a data type left out', code: 'report-share', change: ({ quality }) => { quality.by_data.pop(); } },
  { what: 'a data type renamed', code: 'report-share', change: (report) => { line(report, 4).data = 'proxy'; } },
  { what: 'the share of a GWP set', code: 'report-share', change: ({ quality }) => { at(quality.by_gwp, 1).share = '0.53124'; } },
  { what: 'the oldest factor', code: 'report-share', change: ({ quality }) => { quality.factor_years.oldest = '2017'; } },
  { what: 'the newest factor left out', code: 'report-share', change: ({ quality }) => { delete quality.factor_years.newest; } },

  // contributions, steps, units
  { what: 'a quantity', code: 'report-contribution', change: (report) => { line(report, 2).quantity = '9.0000000000000000000000000000000000000001'; } },
  { what: 'a share of a line', code: 'report-contribution', change: (report) => { at(line(report, 3).steps, 1).multiply = '0.51'; } },
  { what: 'a distance', code: 'report-contribution', change: (report) => { at(line(report, 1).steps, 1).multiply = '501'; } },
  { what: 'a factor', code: 'report-contribution', change: (report) => { factor(report, 4).kgco2e = '0.61'; } },
  { what: 'the split of a factor', code: 'report-contribution', change: (report) => { Object.assign(factor(report, 1), { fossil: '2.1', dluc: '0' }); } },
  { what: 'a split where the factor states none', code: 'report-contribution', change: (report) => { delete factor(report, 0).biogenic_removal; } },
  { what: 'no split where the factor states one', code: 'report-contribution', change: (report) => { factor(report, 4).fossil = '0.6'; } },
  { what: 'a division by zero', code: 'report-contribution', change: (report) => {
    Object.assign(line(report, 3), { quantity: '0', steps: [{ kind: 'share', divide: '0' }] });
  } },
  { what: 'the rate of a loss', code: 'report-step', change: (report) => { at(line(report, 0).steps, 0).rate = '0.3'; } },
  { what: 'the basis of a loss', code: 'report-step', change: (report) => { at(line(report, 0).steps, 0).basis = 'of_output'; } },
  { what: 'the units of a conversion', code: ['report-step', 'report-unit'], change: (report) => { at(line(report, 2).steps, 0).from = 'kWh'; } },
  { what: 'a conversion between unlike dimensions', code: ['report-step', 'report-sum'], change: ({ inventory }) => {
    Object.assign(at(at(at(inventory.assemblies, 1).uses, 0).steps, 0), { from: 'g', to: 'kWh', multiply: '0' });
  } },
  { what: 'a conversion left out', code: 'report-unit', change: (report) => { Object.assign(line(report, 2), { quantity: '2.5', steps: [] }); } },
  { what: 'a transport without its distance', code: ['report-unit', 'report-contribution'], change: (report) => { line(report, 1).steps.splice(1, 1); } },
  { what: 'an unknown unit of the product', code: 'report-unit', change: ({ unit }) => { unit.unit = 'zorkmid'; } },
  { what: 'none of the product', code: 'report-unit', change: ({ unit }) => { unit.amount = '0'; } },
  { what: 'less than none of the product', code: 'report-unit', change: ({ unit }) => { unit.amount = '-1'; } },

  // what is listed
  { what: 'a factor that is not listed', code: 'report-factor-unlisted', change: ({ factors }) => { factors.pop(); } },
  { what: 'a factor listed twice', code: 'report-listed-twice', change: (report) => { report.factors.push(factor(report, 0)); } },
  { what: 'a dataset that is not listed', code: 'report-dataset-unlisted', change: ({ datasets }) => { datasets.pop(); } },
  { what: 'a dataset listed twice', code: 'report-listed-twice', change: ({ datasets }) => { datasets.push({ ...at(datasets, 0), version: '2.0.0' }); } },
  { what: 'a stage outside the boundary', code: 'report-stage-unlisted', change: ({ boundary }) => { boundary.stages.pop(); } },
  { what: 'a stage without its line in the result', code: ['report-stage-unlisted', 'report-sum'], change: ({ result }) => { result.by_stage.pop(); } },
  { what: 'an assembly that is not listed', code: ['schema-violation', 'report-contribution'], change: (report) => { at(line(report, 3).steps, 0).assembly = 2; } },
  { what: 'an assembly that rests on itself', code: 'schema-violation', change: ({ inventory }) => {
    // 1 × 2 = 2: it adds up, and proves nothing
    Object.assign(at(at(inventory.assemblies, 0).uses, 0), { quantity: '1', steps: [{ kind: 'assembly', assembly: 0 }] });
  } },

  // the label and what was declared
  { what: 'the value on the label', code: 'report-display', change: ({ label }) => { label.display.value = '2.83'; } },
  { what: 'the rounding on the label', code: 'report-display', change: ({ label }) => { label.display.rounding = '1 decimals, half-even'; } },
  { what: 'certified without a certificate', code: 'certificate-missing', change: ({ label }) => { delete label.certificate; } },
  { what: 'a period that ends before it begins', code: 'dates-reversed', change: (report) => { report.period = { start: '2024-02-01', end: '2024-01-31' }; } },
  { what: 'a validity that ends before it begins', code: 'dates-reversed', change: ({ label }) => { label.validity = { from: '2025-02-01', until: '2025-01-31' }; } },
  { what: 'the 29th of February 2023', code: 'date-invalid', change: (report) => { report.period = { start: '2023-02-29', end: '2024-02-29' }; } },
  { what: 'a certificate of the 31st of April', code: 'date-invalid', change: ({ label }) => { Object.assign(label.certificate ?? {}, { issued: '2025-04-31' }); } },
  { what: 'the check digit of the GTIN', code: 'gtin-check-digit', change: ({ product }) => { product.gtin = '6901234567893'; } },
];

describe('a smallest change is refused:', () => {
  it.each(breaks)('$what', ({ code, change }) => {
    expect(new Set(codesOf(changed(change)))).toEqual(new Set([code].flat()));
  });
});

describe('a report stays valid', () => {
  test('with one decimal on the label', () => {
    // 2.82 to one decimal is 2.8
    expect(codesOf(changed(({ label }) => { label.display = { value: '2.8', rounding: '1 decimals, half-even' }; }))).toEqual([]);
  });

  test('when nothing is emitted: no percentages, no shares', () => {
    expect(codesOf(changed((report) => {
      Object.assign(line(report, 2), { quantity: '0', kgco2e: '0' });
      report.inventory = { assemblies: [], contributions: [line(report, 2)] };
      report.boundary.stages = ['manufacturing'];
      report.factors = [factor(report, 4)];
      const nothing = { fossil: '0', biogenic_emissions: '0', biogenic_removals: '0', dluc: '0', unspecified: '0', aircraft: '0' };
      report.result = {
        total: '0', by_stage: [{ stage: 'manufacturing', value: '0' }], by_component: [{ component: 'body', value: '0' }],
        by_sign: { positive: '0', negative: '0' }, by_origin: nothing,
      };
      report.quality = { by_data: [], by_gwp: [], factor_years: { oldest: '2022', newest: '2022' } };
      report.label.display.value = '0';
    }))).toEqual([]);
  });

  // 1 MJ × 5 ÷ 18 × 0.6 = 1/6, which does not end
  const sixth = (kgco2e: string) => changed((report) => {
    Object.assign(line(report, 2), { quantity: '1', kgco2e });
    report.inventory = { assemblies: [], contributions: [line(report, 2)] };
    report.boundary.stages = ['manufacturing'];
    report.factors = [factor(report, 4)];
    report.result = {
      total: kgco2e, by_stage: [{ stage: 'manufacturing', value: kgco2e, percent: '100' }],
      by_component: [{ component: 'body', value: kgco2e, percent: '100' }], by_sign: { positive: kgco2e, negative: '0' },
      by_origin: { fossil: '0', biogenic_emissions: '0', biogenic_removals: '0', dluc: '0', unspecified: kgco2e, aircraft: '0' },
    };
    report.quality = { primary_data_share: '0', by_data: [{ data: 'secondary', share: '1' }], by_gwp: [{ gwp: 'AR6', share: '1' }], factor_years: { oldest: '2022', newest: '2022' } };
    report.label.display.value = '0.167';
  });

  test('with a ratio that does not end, rounded in its 50th digit', () => {
    expect(codesOf(sixth(`0.1${'6'.repeat(48)}7`))).toEqual([]);
  });

  test('but not with that ratio rounded in its 40th digit', () => {
    expect(codesOf(sixth(`0.1${'6'.repeat(38)}7`))).toEqual(['report-contribution']);
  });
});

describe('the seal', () => {
  test('tells a digest that is not the content’s', () => {
    expect(codesOf(sourceOf(written.text.replace(written.digest, '0'.repeat(64))))).toEqual(['report-digest']);
  });

  test('tells a word changed after sealing', () => {
    expect(codesOf(sourceOf(written.text.replace('Example Mill', 'Other Mill')))).toEqual(['report-digest']);
  });

  it.each([
    ['indented', `${JSON.stringify(JSON.parse(written.text), null, 2)}\n`],
    ['without its line feed', written.text.trimEnd()],
    ['with CRLF', written.text.replace('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${written.text}`],
    ['with an escaped letter', written.text.replace('"Towel"', String.raw`"\u0054owel"`)],
    ['with a member twice', written.text.replace('{"boundary"', '{"engine":{"name":"tanji","rules":"1"},"boundary"')],
  ])('tells a file %s', (_, text) => {
    expect(codesOf(sourceOf(text))).toEqual(['report-not-canonical']);
  });

  test('refuses text that RFC 8785 cannot write', () => {
    expect(codesOf(sourceOf(written.text.replace('"Towel"', String.raw`"Towel\ud800"`)))).toEqual(['json-invalid']);
  });
});

describe('what is no report', () => {
  it.each<[string, string, Code]>([
    ['a later report', written.text.replace('footprint-report/1', 'footprint-report/2'), 'report-unknown'],
    ['another schema', '{"schema":"__proto__"}', 'report-unknown'],
    ['a text cut short', written.text.slice(0, 2000), 'json-invalid'],
    ['nothing', '', 'json-invalid'],
    ['deep brackets', '['.repeat(100_000), 'json-invalid'],
    ['an array', '[]', 'report-unknown'],
    ['null', 'null', 'report-unknown'],
    ['an object without a schema', '{}', 'report-unknown'],
    ['a schema that is no text', '{"schema":1}', 'report-unknown'],
  ])('%s', (_, text, code) => {
    expect(new Set(codesOf(sourceOf(text)))).toEqual(new Set([code]));
  });

  test('UTF-16 and bytes that are no UTF-8', () => {
    const utf16 = Uint8Array.from(`\ufeff${written.text}`, (character) => character.charCodeAt(0) & 0xff);
    expect(codesOf({ name: 'report.json', bytes: utf16 })).toEqual(['encoding-unreadable']);
  });
});
