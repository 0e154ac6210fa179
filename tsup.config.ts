import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { main: 'src/cli/main.ts', index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  clean: true,
  // Everything is bundled: start-up is part of the product (docs/decisions/0002), and the package has no dependencies.
  noExternal: [/.*/],
  // commander is CommonJS and requires Node's own modules.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  dts: { entry: { index: 'src/index.ts' } },
  minifySyntax: true,
  minifyWhitespace: true,
});
