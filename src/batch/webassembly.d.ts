/** What of WebAssembly the plain lane uses: TypeScript keeps its declarations with those of the browser. */
declare namespace WebAssembly {
  type Module = object;
  interface Instance {
    readonly exports: unknown;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const Instance: new (module: Module, imports: Readonly<Record<string, Readonly<Record<string, (...values: number[]) => number | undefined>>>>) => Instance;
}
