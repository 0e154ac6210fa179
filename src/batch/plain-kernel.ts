import compiled from '../generated/plain-kernel.js';

/** What kernel/lane.ts exports. Places and lengths count bytes of its memory, which grows and then is another buffer. */
export interface PlainKernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly DONE: { readonly value: number };
  readonly FULL: { readonly value: number };
  readonly LEFT: { readonly value: number };
  readonly sizeFrom: { readonly value: number };
  room(length: number): number;
  lineFeeds(place: number, length: number): number;
  anyNul(): number;
  setLines(delimiter: number, columns: number, product: number): void;
  setWork(unit: number): void;
  newText(place: number, length: number): number;
  setColumns(width: number, item: number, component: number, quantity: number, unit: number, factor: number, stage: number, data: number): void;
  setBlank(cell: number): void;
  setMeaning(unstated: number, allowed: number, mayPoint: boolean): void;
  setSlots(stages: number, dataTypes: number, gwpSets: number): void;
  setStage(index: number, name: number, length: number): void;
  setListed(isDeclared: boolean, stages: number): void;
  setMixed(gwpSets: number, place: number, length: number): void;
  setFactor(factor: number, key: number, keyLength: number, stage: number, gwp: number, year: number, findings: number, findingCount: number): void;
  setPair(factor: number, unit: number, mantissa: number, scale: number, partCount: number): void;
  setPart(factor: number, unit: number, index: number, origin: number, mantissa: number, scale: number): void;
  start(place: number, length: number, firstLine: number): void;
  run(): number;
  emptied(): void;
  leftStart(): number;
  leftEnd(): number;
  leftLine(): number;
  leftProduct(): number;
  leftProductEnd(): number;
  outPlace(): number;
  outLength(): number;
  hashPlace(): number;
  productCount(): number;
  pointCount(): number;
  anyThree(): number;
  nextLine(): number;
  hiPlace(): number;
  loPlace(): number;
}

/** What the kernel asks back: kernel/host.ts says what of each. */
export interface KernelHost {
  factor(id: number, start: number, length: number): undefined;
  unit(id: number, start: number, length: number): undefined;
  pair(factor: number, unit: number): number;
  unitOf(start: number, length: number): number;
  stage(start: number, length: number): number;
  data(start: number, length: number): number;
  larger(a: number, b: number, scale: number, otherA: number, otherB: number, otherScale: number): number;
  same(start: number, length: number, otherStart: number, otherLength: number): number;
  blank(start: number, length: number): number;
  quality(data: number, gwp: number, measured: number, oldest: number, newest: number, at: number): number;
}

let module: WebAssembly.Module | undefined;

/** The code of all kernels: threads that share it compile it once. */
export function kernelCode(): WebAssembly.Module {
  return module ??= new WebAssembly.Module(Buffer.from(compiled, 'base64'));
}

/** A kernel with memory of its own. */
export function openKernel(host: KernelHost, code = kernelCode()): PlainKernel {
  const abort = (): never => { throw new Error('the plain lane has no more memory'); };
  return new WebAssembly.Instance(code, { host: { ...host }, env: { abort } }).exports as PlainKernel;
}

/** Places bytes in the kernel's memory for good. */
export function placed(kernel: PlainKernel, bytes: Uint8Array): number {
  const place = kernel.room(bytes.length);
  new Uint8Array(kernel.memory.buffer).set(bytes, place);
  return place;
}
