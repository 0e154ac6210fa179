import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { indexDatasets } from './scripts/index-datasets.js';
import { packageOf, writeThirdPartyNotices } from './scripts/third-party.js';

/** commander asks for child_process at load, for subcommands that are programs of their own; tanji has none, and it costs 4 ms. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  setup(build) {
    build.onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: 'none', namespace: 'without-child-process' }));
    build.onLoad({ filter: /.*/, namespace: 'without-child-process' }, () => ({ contents: 'export default {}' }));
  },
};

/** What the front door loads when it is asked for: a bundle each side of the door keeps the door itself one file. */
const behindTheDoor = {
  codes: 'src/diagnostics/codes.ts',
  explain: 'src/cli/explain.ts',
  factors: 'src/cli/factors.ts',
  'factors-diff': 'src/cli/factors-diff.ts',
  'factors-gwp': 'src/cli/factors-gwp.ts',
  'factors-import': 'src/cli/factors-import.ts',
  'factors-lock': 'src/cli/factors-lock.ts',
  fault: 'src/diagnostics/fault.ts',
  init: 'src/cli/init.ts',
  institution: 'src/cli/institution.ts',
  match: 'src/cli/match.ts',
  merge: 'src/cli/merge.ts',
  palette: 'src/show/palette.ts',
  problem: 'src/diagnostics/problem.ts',
  'render-findings': 'src/cli/render-findings.ts',
  'usage-text': 'src/cli/usage-text.ts',
  validate: 'src/cli/validate.ts',
};

/** These are bundles of their own: sharing pieces with every other command would make each thirty files to find and load. */
const ownBundles = new Set(['calc', 'batch']);

const loadedWhenAsked: Plugin = {
  name: 'loaded-when-asked',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = basename(path, '.js');
      if (!ownBundles.has(name) && !Object.hasOwn(behindTheDoor, name)) throw new Error(`${path} is not in behindTheDoor`);
      return { path: ownBundles.has(name) ? `./${name}/${name}.js` : `./pieces/${name}.js`, external: true };
    });
  },
};

/** Parts of its runtime are compiled into the kernel of the plain lane, which no bundler sees. */
const packages = new Set(['assemblyscript']);

/** Takes note of the packages whose files are loaded, and loads nothing itself. */
const packagesNoted: Plugin = {
  name: 'packages-noted',
  setup(build) {
    build.onLoad({ filter: /node_modules/ }, ({ path }) => {
      const name = packageOf(path);
      if (name !== undefined) packages.add(name);
      return undefined;
    });
  },
};

// All builds write below dist, at the same time: none may clean it.
rmSync('dist', { recursive: true, force: true });

const shared: Options = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  clean: false,
  // Everything is bundled: start-up is part of the product (docs/decisions/0002), and the package has no dependencies.
  noExternal: [/.*/],
  esbuildPlugins: [packagesNoted],
  removeNodeProtocol: false,
  // commander is CommonJS and requires Node's own modules.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  minify: true,
};

const builds: Options[] = [
  { ...shared, entry: { calc: 'src/cli/calc.ts' }, outDir: 'dist/calc' },
  { ...shared, entry: { batch: 'src/cli/batch.ts', 'range-worker': 'src/batch/range-worker.ts' }, outDir: 'dist/batch' },
  { ...shared, entry: { main: 'src/cli/main.ts' }, esbuildPlugins: [packagesNoted, withoutChildProcess, loadedWhenAsked] },
  { ...shared, entry: behindTheDoor, outDir: 'dist/pieces' },
  { ...shared, entry: { index: 'src/index.ts' }, dts: { entry: { index: 'src/index.ts' } } },
];
let unfinished = builds.length;

export default defineConfig(builds.map((build) => ({
  ...build,
  onSuccess: async () => {
    unfinished -= 1;
    if (unfinished > 0) return;
    writeThirdPartyNotices('dist', packages);
    indexDatasets('dist');
  },
})));
