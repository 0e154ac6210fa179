import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';
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

export default defineConfig({
  entry: { main: 'src/cli/main.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  clean: true,
  // Everything is bundled: start-up is part of the product (docs/decisions/0002), and the package has no dependencies.
  noExternal: [/.*/],
  esbuildPlugins: [withoutChildProcess],
  removeNodeProtocol: false,
  // commander is CommonJS and requires Node's own modules.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  dts: { entry: { index: 'src/index.ts' } },
  minify: true,
  metafile: true,
  onSuccess: async () => {
    writeThirdPartyNotices('dist');
    indexDatasets('dist');
  },
});
