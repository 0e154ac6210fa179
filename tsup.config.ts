import { rmSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { indexDatasets } from './scripts/index-datasets.js';
import { writeThirdPartyNotices } from './scripts/third-party.js';

/** commander asks for child_process at load, for subcommands that are programs of their own; tanji has none, and it costs 4 ms. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  setup(build) {
    build.onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: 'none', namespace: 'without-child-process' }));
    build.onLoad({ filter: /.*/, namespace: 'without-child-process' }, () => ({ contents: 'export default {}' }));
  },
};

/** `calc` is a bundle of its own: sharing pieces with every other command would make it thirty files to find and load. */
const calcApart: Plugin = {
  name: 'calc-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/calc\.js$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './calc/calc.js', external: true } : undefined));
  },
};

// Both builds write below dist, at the same time: neither may clean it.
rmSync('dist', { recursive: true, force: true });

const shared: Options = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  clean: false,
  // Everything is bundled: start-up is part of the product (docs/decisions/0002), and the package has no dependencies.
  noExternal: [/.*/],
  removeNodeProtocol: false,
  // commander is CommonJS and requires Node's own modules.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  minify: true,
};

export default defineConfig([
  { ...shared, entry: { calc: 'src/cli/calc.ts' }, outDir: 'dist/calc' },
  {
    ...shared,
    entry: { main: 'src/cli/main.ts', index: 'src/index.ts' },
    esbuildPlugins: [withoutChildProcess, calcApart],
    dts: { entry: { index: 'src/index.ts' } },
    metafile: true,
    onSuccess: async () => {
      writeThirdPartyNotices('dist');
      indexDatasets('dist');
    },
  },
]);
