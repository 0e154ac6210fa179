import { nearest } from '../diagnostics/candidates.js';
import { escaped } from '../input/json-places.js';
import { Exact } from '../quantity/exact.js';
import type { ParameterValue } from '../input/product-file.js';
import type { Fail } from './fail.js';
import type { FactorReference } from './factor-reference.js';
import { readFactorReference } from './read-factor-reference.js';
import { readAmount } from './read-amount.js';
import type { Citation, Parameter, ValuedParameter } from './rule.js';
import type { Sheet } from './sheet.js';

/** A choice as it was made: by the user, or by the rule's default. */
export interface Chosen {
  /** As parameters are addressed: `steps.2.basis`. */
  readonly id: string;
  readonly parameter: Parameter;
  readonly value: string;
  readonly status: 'given' | 'default' | 'preset';
  readonly pointer: string;
}

/** A member of any other name is a mistake, but for this one: people may write what they like in it. */
const COMMENT = '$comment';

/**
 * The parameters of one object of the product file, read against their definitions. Amounts, ratios and numbers
 * enter the sheet when the group is made, under their path; what is absent and has a default enters as a default.
 */
export class ParameterGroup {
  readonly #groups = new Map<string, ParameterGroup>();
  readonly #lists = new Map<string, readonly ParameterGroup[]>();
  readonly #amounts = new Map<string, string>();
  readonly #factors = new Map<string, FactorReference>();
  readonly #words = new Map<string, string>();
  readonly #pointers = new Map<string, string>();

  /** `path` is '' for the whole; `pointer` is that of the object. `chosen` gathers the choices and factors. */
  constructor(
    private readonly definitions: readonly Parameter[],
    value: Readonly<Record<string, ParameterValue>>,
    readonly path: string,
    readonly pointer: string,
    private readonly sheet: Sheet,
    private readonly fail: Fail,
    private readonly chosen: Chosen[],
  ) {
    const known = new Map(definitions.map((parameter) => [parameter.id, parameter]));
    for (const name of Object.keys(value)) {
      if (known.has(name) || name === COMMENT) continue;
      fail('parameter-unknown', { parameter: this.#id(name), candidates: this.#candidates(name) }, this.#pointerTo(name));
    }
    for (const parameter of definitions) {
      if (Object.hasOwn(value, parameter.id)) this.#read(parameter, value[parameter.id] ?? '');
      else this.#fillIn(parameter);
    }
  }

  /** The sheet's id of an amount, ratio or number; undefined where it is absent and has no default. */
  amount(id: string): string | undefined {
    this.#definition(id, 'amount', 'ratio', 'number');
    return this.#amounts.get(id);
  }

  /** As `amount`, where the model cannot do without: an absent one is a finding, and counts as 1 until the run ends. */
  needAmount(id: string): string {
    return this.amount(id) ?? this.#placeholder(id);
  }

  choice(id: string): string | undefined {
    this.#definition(id, 'choice');
    return this.#words.get(id);
  }

  text(id: string): string | undefined {
    this.#definition(id, 'text');
    return this.#words.get(id);
  }

  factor(id: string): FactorReference | undefined {
    this.#definition(id, 'factor');
    return this.#factors.get(id);
  }

  /** As `factor`; an absent one is a finding. */
  needFactor(id: string): FactorReference {
    const found = this.factor(id);
    if (found !== undefined) return found;
    this.#missing(id);
    return { id: this.#id(id), named: '', pointer: this.pointer };
  }

  group(id: string): ParameterGroup | undefined {
    this.#definition(id, 'group');
    return this.#groups.get(id);
  }

  /** Empty where it is absent. */
  list(id: string): readonly ParameterGroup[] {
    this.#definition(id, 'list');
    return this.#lists.get(id) ?? [];
  }

  has(id: string): boolean {
    return this.#pointers.has(id);
  }

  /** Of what was given; of the object around it where the parameter is absent. */
  pointerTo(id: string): string {
    return this.#pointers.get(id) ?? this.pointer;
  }

  /** An id below this group, for quantities that belong to it: `steps.2.input`. */
  id(name: string): string {
    return this.#id(name);
  }

  #read(parameter: Parameter, value: ParameterValue): void {
    const { id } = parameter;
    const pointer = this.#pointerTo(id);
    this.#pointers.set(id, pointer);
    const wrong = (text: string): void => this.fail('parameter-invalid', { parameter: this.#id(id), text, expected: parameter.kind }, pointer);
    if (parameter.kind === 'group' || parameter.kind === 'list') {
      const objects = parameter.kind === 'list' ? value : [value];
      if (!Array.isArray(objects) || !objects.every(isObject)) {
        wrong(typeof value === 'string' ? value : '');
        return;
      }
      const groups = objects.map((each, index) => {
        const place = parameter.kind === 'list' ? `/${String(index)}` : '';
        const path = this.#id(id) + (parameter.kind === 'list' ? `.${String(index + 1)}` : '');
        return new ParameterGroup(parameter.parameters, each, path, pointer + place, this.sheet, this.fail, this.chosen);
      });
      const [first] = groups;
      if (parameter.kind === 'list') this.#lists.set(id, groups);
      else if (first !== undefined) this.#groups.set(id, first);
      return;
    }
    if (parameter.kind === 'factor' && isObject(value)) {
      const reference = readFactorReference(value, this.#id(id), pointer, this.fail);
      if (reference !== undefined) this.#factors.set(id, reference);
      return;
    }
    if (typeof value !== 'string') {
      wrong('');
      return;
    }
    if (parameter.kind === 'text') {
      this.#words.set(id, value);
      return;
    }
    if (value.startsWith(PRESET)) this.#preset(parameter, value.slice(PRESET.length), pointer);
    else this.#take(parameter, value, 'given', pointer);
  }

  #preset(parameter: ValuedParameter, name: string, pointer: string): void {
    const presets = parameter.presets ?? [];
    const preset = presets.find((each) => each.id === name);
    if (preset === undefined) {
      const candidates = presets.map((each) => PRESET + each.id);
      this.fail('word-unknown', { column: this.#id(parameter.id), text: PRESET + name, candidates }, pointer);
      return;
    }
    if (preset.evidence === 'recalled') {
      this.fail('preset-unverified', { parameter: this.#id(parameter.id), preset: name, value: preset.value }, pointer);
    }
    this.#take(parameter, preset.value, 'preset', pointer, preset);
  }

  #fillIn(parameter: Parameter): void {
    if (parameter.kind === 'text' || parameter.kind === 'group' || parameter.kind === 'list' || parameter.default === undefined) {
      if (parameter.required === true) this.#missing(parameter.id);
      return;
    }
    this.#take(parameter, parameter.default.value, 'default', this.pointer, parameter.default);
  }

  #take(
    parameter: ValuedParameter,
    text: string,
    status: Chosen['status'],
    pointer: string,
    citation?: Citation,
  ): void {
    const id = this.#id(parameter.id);
    if (parameter.kind === 'choice') {
      const options = parameter.options.map((option) => option.id);
      if (!options.includes(text)) {
        const near = nearest(text, options);
        this.fail('word-unknown', { column: id, text, candidates: near.length > 0 ? near : options }, pointer);
        return;
      }
      this.#words.set(parameter.id, text);
      this.chosen.push({ id, parameter, value: text, status, pointer });
      return;
    }
    if (parameter.kind === 'factor') {
      this.#factors.set(parameter.id, { id, named: text, pointer });
      this.chosen.push({ id, parameter, value: text, status, pointer });
      return;
    }
    const amount = readAmount(text, parameter, id, pointer, this.fail);
    if (amount === undefined) return;
    this.#amounts.set(parameter.id, this.sheet.enter({
      id,
      names: parameter.names,
      unit: amount.unit,
      value: amount.value,
      status,
      ...(amount.given === undefined ? {} : { given: amount.given }),
      ...(citation === undefined ? {} : { citation: citationOf(citation) }),
      ...(status === 'default' ? {} : { pointer }),
    }));
  }

  #missing(id: string): void {
    this.fail('parameter-missing', { parameter: this.#id(id), names: this.#definition(id).names }, this.pointer);
  }

  /** What was given and could not be read has been told. */
  #placeholder(id: string): string {
    if (!this.has(id)) this.#missing(id);
    const path = this.#id(id);
    if (this.sheet.has(path)) return path;
    return this.sheet.enter({ id: path, names: this.#definition(id).names, unit: '', value: Exact.ONE, status: 'given', pointer: this.pointer });
  }

  /** A RangeError for a name that the rule does not define, or defines as another kind: a defect of the model. */
  #definition(id: string, ...kinds: readonly Parameter['kind'][]): Parameter {
    const found = this.definitions.find((parameter) => parameter.id === id);
    if (found === undefined || (kinds.length > 0 && !kinds.includes(found.kind))) throw new RangeError(`no parameter ${this.#id(id)} of kind ${kinds.join('|')}`);
    return found;
  }

  #candidates(name: string): readonly string[] {
    const names = this.definitions.map(({ id }) => id);
    const near = nearest(name, names);
    return near.length > 0 ? near : names;
  }

  #id(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #pointerTo(name: string): string {
    return `${this.pointer}/${escaped(name)}`;
  }
}

const PRESET = 'preset:';

function isObject(value: ParameterValue): value is { readonly [name: string]: ParameterValue } {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Without what a default or a preset has beside it. */
function citationOf({ source, locator, evidence }: Citation): Citation {
  return { source, evidence, ...(locator === undefined ? {} : { locator }) };
}
