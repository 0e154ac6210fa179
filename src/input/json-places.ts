/** Where the members of a JSON text stand: JSON Pointer (RFC 6901) to the offset of the member's name or element. */
export type JsonPlaces = ReadonlyMap<string, number>;

export interface JsonFault {
  readonly offset: number;
  /** What stands there and what may: symbols rather than sentences. */
  readonly detail: string;
}

/** Deeper nesting is refused before it could exhaust the stack. */
const DEEPEST = 64;

const BLANKS = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const FOUND = /[A-Za-z0-9_.+-]+|[^]/uy;

/** Finds the members of a JSON text (RFC 8259), or its first fault; a member named twice is one. */
export function jsonPlaces(text: string): JsonPlaces | JsonFault {
  const scan = new JsonScan(text);
  try {
    scan.document();
  } catch (fault) {
    if (fault instanceof ScanFault) return { offset: fault.offset, detail: fault.detail };
    throw fault;
  }
  return scan.places;
}

/** Inner signal of the scan; never leaves this file. */
class ScanFault extends Error {
  constructor(readonly offset: number, readonly detail: string) {
    super(detail);
  }
}

class JsonScan {
  readonly places = new Map<string, number>();
  #at = 0;

  constructor(private readonly text: string) {}

  document(): void {
    this.places.set('', 0);
    this.value('', 0);
    if (this.#at < this.text.length) this.expected('end of text');
  }

  private value(pointer: string, depth: number): void {
    if (depth > DEEPEST) throw new ScanFault(this.#at, `more than ${String(DEEPEST)} levels`);
    this.blanks();
    const first = this.text[this.#at];
    if (first === '{') this.members(pointer, depth);
    else if (first === '[') this.elements(pointer, depth);
    else if (this.take(STRING) === undefined && this.take(SCALAR) === undefined) this.expected('a value');
    this.blanks();
  }

  private members(pointer: string, depth: number): void {
    this.#at += 1;
    this.blanks();
    if (this.taken('}')) return;
    do {
      this.blanks();
      const start = this.#at;
      const name = this.take(STRING);
      if (name === undefined) return this.expected('"name"');
      const member = `${pointer}/${escaped(String(JSON.parse(name)))}`;
      if (this.places.has(member)) throw new ScanFault(start, `${name} twice`);
      this.places.set(member, start);
      this.blanks();
      if (!this.taken(':')) this.expected(':');
      this.value(member, depth + 1);
    } while (this.taken(','));
    if (!this.taken('}')) this.expected(', or }');
  }

  private elements(pointer: string, depth: number): void {
    this.#at += 1;
    this.blanks();
    if (this.taken(']')) return;
    let index = 0;
    do {
      this.blanks();
      const element = `${pointer}/${String(index)}`;
      this.places.set(element, this.#at);
      this.value(element, depth + 1);
      index += 1;
    } while (this.taken(','));
    if (!this.taken(']')) this.expected(', or ]');
  }

  private blanks(): void {
    this.take(BLANKS);
  }

  private taken(symbol: string): boolean {
    if (this.text[this.#at] !== symbol) return false;
    this.#at += 1;
    return true;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  private expected(wanted: string): never {
    const start = this.#at;
    const found = this.take(STRING) ?? this.take(FOUND);
    throw new ScanFault(start, `${found === undefined ? 'end of text' : found}; expected ${wanted}`);
  }
}

/** A name as a segment of a JSON Pointer. */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The names that a JSON Pointer leads along. */
export function segmentsOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
